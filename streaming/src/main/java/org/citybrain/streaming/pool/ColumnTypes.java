package org.citybrain.streaming.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.Decimal;
import org.apache.paimon.data.Timestamp;
import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DataTypeRoot;
import org.apache.paimon.types.DataTypes;
import org.apache.paimon.types.DecimalType;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.streaming.rows.DateTexts;
import org.jspecify.annotations.Nullable;

/** Column types of the pool for fields of the catalogue, and values of those types from canonical text. */
final class ColumnTypes {
    private static final int LARGEST_PRECISION = 38;
    private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");

    private ColumnTypes() {}

    /** The type of a field's column; every column may be null, because fields come and go. */
    static DataType of(FieldSpec field) {
        return switch (field.type()) {
            case TEXT, OTHER -> DataTypes.STRING();
            case INTEGER -> DataTypes.BIGINT();
            case DECIMAL -> decimal(field);
            case DOUBLE -> DataTypes.DOUBLE();
            case BOOLEAN -> DataTypes.BOOLEAN();
            case DATE -> DataTypes.DATE();
            case TIMESTAMP -> DataTypes.TIMESTAMP(6);
            case BYTES -> DataTypes.BYTES();
        };
    }

    /** A decimal without a declared size holds any number of digits, so it is kept as text. */
    private static DataType decimal(FieldSpec field) {
        Matcher size = SIZE.matcher(field.sourceType());
        if (!size.find() || Integer.parseInt(size.group(1)) > LARGEST_PRECISION) {
            return DataTypes.STRING();
        }
        int scale = size.group(2) == null ? 0 : Integer.parseInt(size.group(2));
        return DataTypes.DECIMAL(Math.max(Integer.parseInt(size.group(1)), scale), scale);
    }

    /** A type that holds what both hold, as the column's own or a cast; text where nothing else does. */
    static DataType wider(DataType present, DataType wanted) {
        if (present.getTypeRoot() == wanted.getTypeRoot()) {
            return present instanceof DecimalType a && wanted instanceof DecimalType b ? wider(a, b) : present;
        }
        if (present.getTypeRoot() == DataTypeRoot.BIGINT && wanted instanceof DecimalType b) {
            return wider(new DecimalType(19, 0), b);
        }
        if (present.getTypeRoot() == DataTypeRoot.BIGINT && wanted.getTypeRoot() == DataTypeRoot.DOUBLE) {
            return wanted;
        }
        return DataTypes.STRING();
    }

    private static DataType wider(DecimalType a, DecimalType b) {
        int scale = Math.max(a.getScale(), b.getScale());
        int whole = Math.max(a.getPrecision() - a.getScale(), b.getPrecision() - b.getScale());
        return whole + scale > LARGEST_PRECISION ? DataTypes.STRING() : DataTypes.DECIMAL(whole + scale, scale);
    }

    /** A standard value in the column's type; null where the type has no room for it (its text stays in _raw). */
    static @Nullable Object value(@Nullable String text, DataType type) {
        if (text == null) {
            return null;
        }
        return switch (type.getTypeRoot()) {
            case BIGINT -> Long.parseLong(text);
            case DECIMAL -> decimal(text, (DecimalType) type);
            case DOUBLE -> Double.parseDouble(text);
            case BOOLEAN -> text.equals("t");
            case DATE -> (int) DateTexts.date(text).toEpochDay();
            case TIMESTAMP_WITHOUT_TIME_ZONE -> Timestamp.fromLocalDateTime(DateTexts.timestamp(text));
            case VARBINARY -> bytes(text);
            default -> BinaryString.fromString(text);
        };
    }

    private static @Nullable Decimal decimal(String text, DecimalType type) {
        BigDecimal number = new BigDecimal(text).setScale(type.getScale(), RoundingMode.HALF_UP);
        return Decimal.fromBigDecimal(number, type.getPrecision(), type.getScale());
    }

    private static byte[] bytes(String text) {
        return text.startsWith("\\x")
                ? HexFormat.of().parseHex(text.substring(2))
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
