package org.citybrain.streaming.scene;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.FieldType;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.ActiveNeed;
import org.citybrain.kernel.wire.ResourceEntry;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.streaming.rows.DateTexts;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a scene's SQL may see it: the fields its needs were granted, their opaque companions, and where each row
 * came from. What is not a column here cannot be read, whatever the SQL says.
 */
final class SceneTable implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");
    private static final Set<String> ELEMENTS_WITH_REFS = Set.of("identity-number", "household-number");
    private static final String REF = "_ref";

    private final String resource;
    private final List<Column> columns;

    private SceneTable(String resource, List<Column> columns) {
        this.resource = resource;
        this.columns = List.copyOf(columns);
    }

    /** A column and what its text stands for. */
    private record Column(String name, FieldType type, int precision, int scale) implements Serializable {}

    /** The table that a scene's granted needs make of a resource; empty when nothing of it is granted. */
    static Optional<SceneTable> of(ResourceEntry entry, String scene) {
        Set<String> granted = new LinkedHashSet<>();
        for (ActiveNeed need : entry.needs()) {
            if (need.scene().equals(scene)) {
                granted.addAll(need.fields());
                granted.addAll(need.lookup() == null ? List.of() : need.lookup());
            }
        }
        Optional<SchemaVersion> newest =
                entry.versions().stream().max(java.util.Comparator.comparingInt(SchemaVersion::version));
        if (granted.isEmpty() || newest.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (FieldSpec field : newest.get().fields()) {
            boolean hasRef = field.element() != null && ELEMENTS_WITH_REFS.contains(field.element());
            if (granted.contains(field.name())) {
                columns.add(column(field));
            }
            if (hasRef && (granted.contains(field.name()) || granted.contains(field.name() + REF))) {
                columns.add(new Column(field.name() + REF, FieldType.TEXT, 0, 0));
            }
        }
        return Optional.of(new SceneTable(entry.resource(), columns));
    }

    private static Column column(FieldSpec field) {
        Matcher size = SIZE.matcher(field.sourceType());
        if (field.type() != FieldType.DECIMAL) {
            return new Column(field.name(), field.type(), 0, 0);
        }
        // a decimal without a declared size: ten digits after the point are more than money needs
        boolean sized = size.find() && Integer.parseInt(size.group(1)) <= 38;
        int precision = sized ? Integer.parseInt(size.group(1)) : 38;
        int scale = !sized ? 10 : size.group(2) == null ? 0 : Integer.parseInt(size.group(2));
        return new Column(field.name(), FieldType.DECIMAL, precision, scale);
    }

    String resource() {
        return resource;
    }

    /** Flink's schema of the table. */
    Schema schema() {
        Schema.Builder schema = Schema.newBuilder();
        for (Column column : columns) {
            schema.column(
                    column.name,
                    switch (column.type) {
                        case INTEGER -> DataTypes.BIGINT();
                        case DECIMAL -> DataTypes.DECIMAL(column.precision, column.scale);
                        case DOUBLE -> DataTypes.DOUBLE();
                        case BOOLEAN -> DataTypes.BOOLEAN();
                        case DATE -> DataTypes.DATE();
                        case TIMESTAMP -> DataTypes.TIMESTAMP(6);
                        case TEXT, BYTES, OTHER -> DataTypes.STRING();
                    });
        }
        return schema.column("_key", DataTypes.STRING().notNull())
                .column("_sequence", DataTypes.BIGINT())
                .column("_row", DataTypes.INT())
                .column("_source_time", DataTypes.BIGINT())
                .primaryKey("_key")
                .build();
    }

    /** How rows of the table travel. */
    TypeInformation<Row> type() {
        Map<String, TypeInformation<?>> fields = new LinkedHashMap<>();
        for (Column column : columns) {
            fields.put(
                    column.name,
                    switch (column.type) {
                        case INTEGER -> Types.LONG;
                        case DECIMAL -> Types.BIG_DEC;
                        case DOUBLE -> Types.DOUBLE;
                        case BOOLEAN -> Types.BOOLEAN;
                        case DATE -> Types.LOCAL_DATE;
                        case TIMESTAMP -> Types.LOCAL_DATE_TIME;
                        case TEXT, BYTES, OTHER -> Types.STRING;
                    });
        }
        fields.put("_key", Types.STRING);
        fields.put("_sequence", Types.LONG);
        fields.put("_row", Types.INT);
        fields.put("_source_time", Types.LONG);
        return Types.ROW_NAMED(
                fields.keySet().toArray(String[]::new), fields.values().toArray(TypeInformation[]::new));
    }

    /** The row after a change, as one of this table. */
    Row row(RowKind kind, RowChange change) {
        Map<String, @Nullable String> values = change.after() == null ? Map.of() : change.after();
        Row row = new Row(kind, columns.size() + 4);
        int at = 0;
        for (Column column : columns) {
            row.setField(at++, value(column, values.get(column.name)));
        }
        row.setField(at++, change.key());
        row.setField(at++, change.sequence());
        row.setField(at++, change.row());
        row.setField(at, change.sourceTimeMicros());
        return row;
    }

    /** A text of an older schema version that does not fit the newest type is not known. */
    private static @Nullable Object value(Column column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (column.type) {
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case DOUBLE -> Double.valueOf(text);
                case BOOLEAN -> text.equals("t");
                case DATE -> DateTexts.date(text);
                case TIMESTAMP -> DateTexts.timestamp(text);
                case TEXT, BYTES, OTHER -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
