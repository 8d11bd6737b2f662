package org.citybrain.gateway.subscription;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/**
 * A column of a received table in MariaDB. What MariaDB has no exact type for is kept as the source's own text.
 *
 * @param type as {@code information_schema} prints it
 * @param key whether it is part of the key
 */
record MariaDbColumn(String name, String type, boolean key) {
    private static final Pattern SIZED = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");
    private static final int MOST_DIGITS = 65;
    private static final int MOST_DECIMALS = 38;
    /** Longer texts do not go into a row's own bytes; a key of four columns of this length still fits an index. */
    private static final int LONGEST = 500;

    private static final int LONGEST_KEY = 190;

    /** The column for a field. */
    static MariaDbColumn of(FieldSpec field) {
        return new MariaDbColumn(field.name(), type(field), field.key());
    }

    private static String type(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER -> "bigint(20)";
            case DECIMAL -> decimal(field);
            case DOUBLE -> "double";
            case BOOLEAN -> "tinyint(1)";
            case DATE -> "date";
            case TIMESTAMP -> hasZone(field) ? text(40, field.key()) : "datetime(6)";
            case BYTES -> field.key() ? text(LONGEST_KEY, true) : "longblob";
            case TEXT -> text(field.length(), field.key());
            case OTHER -> text(null, field.key());
        };
    }

    // MariaDB's timestamp ends in 2038, and its other kinds know no zone
    private static boolean hasZone(FieldSpec field) {
        String type = field.sourceType();
        return type.startsWith("timestamp") && !type.contains("without time zone");
    }

    private static String decimal(FieldSpec field) {
        Matcher size = SIZED.matcher(field.sourceType());
        int digits = size.find() ? Integer.parseInt(size.group(1)) : 0;
        int decimals = digits > 0 && size.group(2) != null ? Integer.parseInt(size.group(2)) : 0;
        boolean fits = digits > 0 && digits <= MOST_DIGITS && decimals <= MOST_DECIMALS && decimals <= digits;
        return fits ? "decimal(" + digits + "," + decimals + ")" : text(null, field.key());
    }

    private static String text(@Nullable Integer length, boolean key) {
        if (key) {
            return "varchar(" + (length == null ? LONGEST_KEY : Math.min(length, LONGEST_KEY)) + ")";
        }
        return length == null || length > LONGEST ? "longtext" : "varchar(" + length + ")";
    }

    /** What a parameter becomes on its way in. */
    String in() {
        return switch (type) {
            case "tinyint(1)" -> "CASE ? WHEN 't' THEN 1 WHEN 'f' THEN 0 END";
            case "longblob" -> "UNHEX(SUBSTRING(?, 3))";
            default -> "?";
        };
    }

    /** The parameter as a value of the column's type, to be compared with it. */
    String like() {
        return switch (type) {
            case "bigint(20)" -> "CAST(? AS SIGNED)";
            case "double" -> "CAST(? AS DOUBLE)";
            case "date" -> "CAST(? AS DATE)";
            case "datetime(6)" -> "CAST(? AS DATETIME(6))";
            default -> type.startsWith("decimal") ? "CAST(? AS " + type.toUpperCase(java.util.Locale.ROOT) + ")" : in();
        };
    }

    /** The value's text on its way out. */
    String out() {
        return switch (type) {
            case "longblob" -> "CONCAT('\\\\x', LOWER(HEX(" + quoted() + ")))";
            case "date", "datetime(6)" -> "CAST(" + quoted() + " AS CHAR)";
            default -> quoted();
        };
    }

    String quoted() {
        return '`' + name.replace("`", "``") + '`';
    }
}
