package org.citybrain.streaming.pool;

import java.util.List;
import java.util.Objects;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.data.Timestamp;
import org.apache.paimon.types.DataField;
import org.apache.paimon.types.RowKind;
import org.apache.paimon.types.RowType;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.rows.Occurrences;
import org.citybrain.streaming.rows.StandardRow;
import org.jspecify.annotations.Nullable;

/** Makes rows of STANDARD and SOURCE from standard rows of one schema version. For one thread. */
final class PoolRows {
    static final char KEY_SEPARATOR = 0x1f;

    private final SchemaVersion version;
    private final RowType type;
    private final int[] fieldOfColumn;
    private final Sm3 sm3 = new Sm3();

    PoolRows(SchemaVersion version, RowType type) {
        this.version = version;
        this.type = type;
        this.fieldOfColumn = type.getFields().stream()
                .mapToInt(column -> indexOf(column.name()))
                .toArray();
    }

    private int indexOf(String name) {
        for (int i = 0; i < version.fields().size(); i++) {
            if (version.fields().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a change came from. */
    record Origin(int lane, long sequence, int row, long sourceMicros, long knownMicros) {}

    /** Takes the rows of one change. */
    interface Out {
        /** One row, its kind set. */
        void accept(GenericRow row) throws Exception;
    }

    /** The rows that STANDARD must take for a change: the old key's deletion where the key changed, and the new row. */
    void standard(StandardRow row, int occurrenceBefore, int occurrenceAfter, Origin origin, Out out) throws Exception {
        ChangeRecord change = Objects.requireNonNull(row.change());
        String oldKey = key(row.before(), change.before(), occurrenceBefore);
        String newKey = key(row.after(), change.after(), occurrenceAfter);
        if (oldKey != null && !oldKey.equals(newKey) && (version.isKeyed() || occurrenceBefore > 0)) {
            out.accept(standardRow(RowKind.DELETE, oldKey, row.before(), change.before(), origin));
        }
        if (newKey != null) {
            out.accept(standardRow(RowKind.INSERT, newKey, row.after(), change.after(), origin));
        }
    }

    private @Nullable String key(
            @Nullable List<@Nullable String> standard, @Nullable List<@Nullable String> source, int occurrence) {
        if (standard == null || source == null) {
            return null;
        }
        if (!version.isKeyed()) {
            return Occurrences.digest(sm3, version, source) + "#" + occurrence;
        }
        StringBuilder key = new StringBuilder();
        for (int i : version.keyPositions()) {
            if (!key.isEmpty()) {
                key.append(KEY_SEPARATOR);
            }
            key.append(standard.get(i));
        }
        return key.toString();
    }

    private GenericRow standardRow(
            RowKind kind,
            String key,
            @Nullable List<@Nullable String> standard,
            @Nullable List<@Nullable String> source,
            Origin origin) {
        List<@Nullable String> values = Objects.requireNonNull(standard);
        GenericRow row = new GenericRow(kind, type.getFieldCount());
        for (int i = 0; i < type.getFieldCount(); i++) {
            DataField column = type.getFields().get(i);
            Object value = switch (column.name()) {
                case PoolTables.KEY -> BinaryString.fromString(key);
                case PoolTables.RAW -> Tuple.encode(Objects.requireNonNull(source));
                case PoolTables.VERSION -> version.version();
                case PoolTables.SEQUENCE -> origin.sequence();
                case PoolTables.ROW -> origin.row();
                case PoolTables.SOURCE_TIME -> Timestamp.fromMicros(origin.sourceMicros());
                case PoolTables.KNOWN -> Timestamp.fromMicros(origin.knownMicros());
                default -> fieldOfColumn[i] < 0 ? null : ColumnTypes.value(values.get(fieldOfColumn[i]), column.type());
            };
            row.setField(i, value);
        }
        return row;
    }
}
