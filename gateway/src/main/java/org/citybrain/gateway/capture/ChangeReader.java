package org.citybrain.gateway.capture;

import io.debezium.data.Envelope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.citybrain.gateway.keyed.RowUpdate;
import org.citybrain.gateway.lane.Position;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Reads Debezium's change records of text fields. Used by one thread; made anew for each engine. */
final class ChangeReader {
    private static final int NONE = -1;

    private final Map<Integer, String> typeNames;
    private final long slotPosition;
    private final Map<Schema, SchemaVersion> versions = new IdentityHashMap<>();

    /**
     * A reader.
     *
     * @param slotPosition up to where the slot was confirmed when the engine started: stands for the end of the
     *     transaction before the very first one, which Debezium does not know
     */
    ChangeReader(Map<Integer, String> typeNames, long slotPosition) {
        this.typeNames = typeNames;
        this.slotPosition = slotPosition;
    }

    /** Where a change stands at its source. */
    record Place(String table, long xid, long commitBefore, long order, long commitMicros) {
        Position position(int generation) {
            return new Position(generation * 2 + 1, commitBefore, order);
        }
    }

    Place place(Struct value) {
        Struct source = value.getStruct(Envelope.FieldName.SOURCE);
        Struct transaction = value.getStruct(Envelope.FieldName.TRANSACTION);
        return new Place(
                source.getString("schema") + "." + source.getString("table"),
                source.getInt64("txId"),
                commitBefore(source.getString("sequence")),
                transaction.getInt64("data_collection_order"),
                source.getInt64("ts_us"));
    }

    // ["end of the transaction before","own position"]: the first is null without a stored offset
    private long commitBefore(String sequence) {
        String first = sequence.substring(1, sequence.indexOf(','));
        return first.startsWith("\"") ? Long.parseUnsignedLong(first.substring(1, first.length() - 1)) : slotPosition;
    }

    /** The schema that the record's rows follow; the table's known one when nothing changed. */
    SchemaVersion version(Struct value, SchemaVersion known) {
        Schema rows = value.schema().field(Envelope.FieldName.AFTER).schema();
        SchemaVersion version = versions.get(rows);
        if (version == null) {
            SchemaVersion read = read(rows, known);
            version = read.fingerprint() == known.fingerprint() ? known : read;
            versions.put(rows, version);
        }
        return version;
    }

    private SchemaVersion read(Schema rows, SchemaVersion known) {
        var keys = known.fields().stream()
                .filter(FieldSpec::key)
                .map(FieldSpec::name)
                .collect(Collectors.toSet());
        List<FieldSpec> fields = new ArrayList<>();
        for (Field field : rows.fields()) {
            Map<String, String> parameters = field.schema().parameters();
            String type = ColumnTypes.text(
                    typeNames.getOrDefault(number(parameters, SourceTextConverter.OID), "unknown"),
                    number(parameters, SourceTextConverter.LENGTH),
                    number(parameters, SourceTextConverter.SCALE));
            fields.add(
                    FieldSpec.ofColumn(field.name(), type, field.schema().isOptional(), keys.contains(field.name())));
        }
        return SchemaVersion.observed(fields);
    }

    private static int number(@Nullable Map<String, String> parameters, String name) {
        String text = parameters == null ? null : parameters.get(name);
        return text == null ? NONE : Integer.parseInt(text);
    }

    /** The change as records. */
    static List<ChangeRecord> records(char op, Struct value, Place place, Position position, SchemaVersion version) {
        List<@Nullable String> before = row(value.getStruct(Envelope.FieldName.BEFORE));
        List<@Nullable String> after = row(value.getStruct(Envelope.FieldName.AFTER));
        return RowUpdate.records(op, place.commitMicros(), position.toString(), version, before, after);
    }

    private static @Nullable List<@Nullable String> row(@Nullable Struct row) {
        if (row == null) {
            return null;
        }
        List<@Nullable String> values = new ArrayList<>(row.schema().fields().size());
        for (Field field : row.schema().fields()) {
            values.add((String) row.getWithoutDefault(field.name()));
        }
        return values;
    }
}
