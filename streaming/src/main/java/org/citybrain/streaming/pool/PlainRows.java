package org.citybrain.streaming.pool;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.Decimal;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.data.Timestamp;
import org.apache.paimon.types.DataField;
import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DecimalType;
import org.apache.paimon.types.RowType;
import org.citybrain.kernel.batch.FieldBytes;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.rows.PlainFields;
import org.citybrain.streaming.rows.PlainText;
import org.citybrain.streaming.rows.RowStandardiser;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of STANDARD straight from the bytes of plain rows: new rows of a table with a key, each column of the type that
 * its field asks for. Texts point into the batch. One row object is re-used, for the writer copies it. For one thread.
 */
final class PlainRows {
    /** 1, 10, 100 … as long as a long holds them. */
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private final PlainFields fields;
    private final SchemaVersion version;
    private final DataType[] types;
    private final int[] fieldOfColumn;
    private final int[] keys;
    private final boolean applies;
    private final GenericRow row;
    private final int keyColumn;
    private final int rawColumn;
    private final int versionColumn;
    private final int sequenceColumn;
    private final int rowColumn;
    private final int sourceTimeColumn;
    private final int knownColumn;

    PlainRows(RowStandardiser standardiser, RowType type) {
        this.fields = new PlainFields(standardiser);
        this.version = standardiser.schema();
        this.types = type.getFieldTypes().toArray(DataType[]::new);
        this.fieldOfColumn = type.getFields().stream()
                .mapToInt(column -> fieldOf(version, column))
                .toArray();
        this.keys = version.keyPositions();
        this.applies = version.isKeyed() && everyColumnIsItsFields(type);
        this.row = new GenericRow(type.getFieldCount());
        List<String> names = type.getFieldNames();
        this.keyColumn = names.indexOf(PoolTables.KEY);
        this.rawColumn = names.indexOf(PoolTables.RAW);
        this.versionColumn = names.indexOf(PoolTables.VERSION);
        this.sequenceColumn = names.indexOf(PoolTables.SEQUENCE);
        this.rowColumn = names.indexOf(PoolTables.ROW);
        this.sourceTimeColumn = names.indexOf(PoolTables.SOURCE_TIME);
        this.knownColumn = names.indexOf(PoolTables.KNOWN);
    }

    private static int fieldOf(SchemaVersion version, DataField column) {
        for (int i = 0; i < version.fields().size(); i++) {
            if (version.fields().get(i).name().equals(column.name())) {
                return i;
            }
        }
        return -1;
    }

    // a column that was widened for another schema version takes its values by way of text
    private boolean everyColumnIsItsFields(RowType type) {
        for (int column = 0; column < types.length; column++) {
            int field = fieldOfColumn[column];
            if (field >= 0
                    && !ColumnTypes.of(version.fields().get(field))
                            .equals(type.getTypeAt(column).copy(true))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the record is plain; {@link #row} then makes its row. */
    boolean read(byte[] bytes, int from, int to) {
        return applies && fields.read(bytes, from, to);
    }

    /** The row of STANDARD for the record that was read last; good until the next one. */
    GenericRow row(byte[] bytes, PoolRows.Origin origin) {
        FieldBytes values = fields.row();
        for (int column = 0; column < types.length; column++) {
            int field = fieldOfColumn[column];
            row.setField(column, field < 0 || values.isNull(field) ? null : value(column, bytes, values, field));
        }
        row.setField(keyColumn, key(bytes, values));
        row.setField(rawColumn, values.tuple(bytes));
        row.setField(versionColumn, version.version());
        row.setField(sequenceColumn, origin.sequence());
        row.setField(rowColumn, origin.row());
        row.setField(sourceTimeColumn, Timestamp.fromMicros(values.sourceTimeMicros()));
        row.setField(knownColumn, Timestamp.fromMicros(origin.knownMicros()));
        return row;
    }

    /** Lets go of the batch that was read last: a thousand tables must not keep one each. */
    void release() {
        fields.row().release();
        for (int column = 0; column < types.length; column++) {
            row.setField(column, null);
        }
    }

    private @Nullable Object value(int column, byte[] bytes, FieldBytes values, int field) {
        int from = values.start(field);
        int length = values.length(field);
        return switch (types[column].getTypeRoot()) {
            case BIGINT -> PlainText.integer(bytes, from, length);
            case DECIMAL ->
                decimal(
                        (DecimalType) types[column],
                        PlainText.decimal(bytes, from, length, ((DecimalType) types[column]).getScale()));
            case DOUBLE -> binary(bytes, from, length);
            case BOOLEAN -> bytes[from] == 't';
            case DATE -> (int) PlainText.date(bytes, from, length);
            case TIMESTAMP_WITHOUT_TIME_ZONE -> Timestamp.fromMicros(PlainText.timestamp(bytes, from, length));
            default -> BinaryString.fromBytes(bytes, from, length);
        };
    }

    private static double binary(byte[] bytes, int from, int length) {
        double quick = PlainText.binary(bytes, from, length);
        return Double.isNaN(quick)
                ? Double.parseDouble(new String(bytes, from, length, StandardCharsets.ISO_8859_1))
                : quick;
    }

    // null where it has more digits than the column: its text stays in _raw
    private static @Nullable Object decimal(DecimalType type, long unscaled) {
        return Decimal.isCompact(type.getPrecision()) && Math.abs(unscaled) < POWERS[type.getPrecision()]
                ? Decimal.fromUnscaledLong(unscaled, type.getPrecision(), type.getScale())
                : Decimal.fromBigDecimal(
                        BigDecimal.valueOf(unscaled, type.getScale()), type.getPrecision(), type.getScale());
    }

    private BinaryString key(byte[] bytes, FieldBytes values) {
        if (keys.length == 1) {
            return BinaryString.fromBytes(bytes, values.start(keys[0]), values.length(keys[0]));
        }
        int length = keys.length - 1;
        for (int key : keys) {
            length += values.length(key);
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (int key : keys) {
            if (at > 0) {
                joined[at++] = (byte) PoolRows.KEY_SEPARATOR;
            }
            System.arraycopy(bytes, values.start(key), joined, at, values.length(key));
            at += values.length(key);
        }
        return BinaryString.fromBytes(joined);
    }
}
