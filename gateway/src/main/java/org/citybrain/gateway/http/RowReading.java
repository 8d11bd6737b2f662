package org.citybrain.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citybrain.gateway.declared.DeclaredField;
import org.citybrain.gateway.keyed.Entry;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.FieldType;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Reads one record of an answer as a row of its table. The text of a value stays as the source wrote it. */
final class RowReading {
    private final List<DeclaredField> fields;
    private final SchemaVersion schema;
    private final HttpFindings findings;

    RowReading(HttpDescription.Table table, HttpFindings findings) {
        this.fields = table.fields();
        this.schema = DeclaredField.schema(table.fields());
        this.findings = findings;
    }

    SchemaVersion schema() {
        return schema;
    }

    /** The record's row; a mark that keeps what was sent when it is not as declared; null when its key cannot be read. */
    @Nullable
    Entry row(JsonNode record, String place) {
        List<@Nullable String> key = key(record);
        if (key == null) {
            findings.noKey(place);
            return null;
        }
        byte[] keyTuple = Tuple.encode(key);
        List<@Nullable String> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            DeclaredField field = fields.get(i);
            JsonNode node = node(record, field);
            if (node == null) {
                findings.missing(field.name(), place, keyTuple);
                return Entry.keep(keyTuple, 0, place);
            }
            if (!node.isNull() && !fits(node, schema.fields().get(i))) {
                findings.retyped(field.name(), schema.fields().get(i).sourceType(), kind(node), place, keyTuple);
                return Entry.keep(keyTuple, 0, place);
            }
            values.add(node.isNull() ? null : text(node));
        }
        undeclared(record, place);
        return Entry.row(keyTuple, 0, place, Tuple.encode(values));
    }

    /** A listed key: either the bare value, or a record that holds it. */
    @Nullable
    Entry key(JsonNode record, String place) {
        List<@Nullable String> key =
                record.isObject() ? key(record) : record.isValueNode() && !record.isNull() ? one(text(record)) : null;
        if (key == null || key.size() != schema.keyPositions().length) {
            findings.noKey(place);
            return null;
        }
        return Entry.keep(Tuple.encode(key), 0, place);
    }

    private static List<@Nullable String> one(String value) {
        List<@Nullable String> key = new ArrayList<>();
        key.add(value);
        return key;
    }

    /** Text of a field, empty when it has none. */
    String textOf(JsonNode record, String name) {
        for (DeclaredField field : fields) {
            JsonNode node = field.isCalled(name) ? node(record, field) : null;
            if (node != null && node.isValueNode() && !node.isNull()) {
                return text(node);
            }
        }
        return "";
    }

    private @Nullable List<@Nullable String> key(JsonNode record) {
        List<@Nullable String> key = new ArrayList<>();
        for (int position : schema.keyPositions()) {
            JsonNode node = node(record, fields.get(position));
            if (node == null
                    || !node.isValueNode()
                    || node.isNull()
                    || node.asText().isEmpty()) {
                return null;
            }
            key.add(text(node));
        }
        return key;
    }

    private static @Nullable JsonNode node(JsonNode record, DeclaredField field) {
        JsonNode named = record.get(field.name());
        String title = field.title();
        return named == null && title != null ? record.get(title) : named;
    }

    private static boolean fits(JsonNode node, FieldSpec field) {
        if (field.type() == FieldType.INTEGER
                || field.type() == FieldType.DECIMAL
                || field.type() == FieldType.DOUBLE) {
            return node.isNumber() || node.isTextual() && node.asText().matches("-?\\d+(\\.\\d+)?");
        }
        if (field.type() == FieldType.BOOLEAN) {
            return node.isBoolean() || node.isTextual();
        }
        return node.isTextual();
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(JsonNode node) {
        return node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText();
    }

    private void undeclared(JsonNode record, String place) {
        if (record.size() > fields.size()) {
            Set<String> extra = new HashSet<>();
            record.fieldNames().forEachRemaining(extra::add);
            extra.removeIf(name -> fields.stream().anyMatch(field -> field.isCalled(name)));
            extra.forEach(name -> findings.undeclared(name, place));
        }
    }
}
