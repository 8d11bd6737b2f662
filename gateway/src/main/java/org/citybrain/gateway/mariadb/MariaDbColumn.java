package org.citybrain.gateway.mariadb;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/**
 * A column as the source's catalogue has it, and how the first load asks for its text. What is printed here is what
 * {@code binlog.LoggedValue} prints of the same value in the log; a test sends every type down both roads.
 *
 * @param type the bare type, such as {@code decimal}
 * @param whole the type as declared, such as {@code decimal(12,2) unsigned zerofill}
 * @param length longest text in characters, or bytes of a binary one
 * @param precision digits of a number, or bits
 * @param scale digits after the point
 * @param parts digits of a second's fraction
 */
record MariaDbColumn(
        String name,
        String type,
        String whole,
        long length,
        int precision,
        int scale,
        int parts,
        boolean nullable,
        boolean key) {
    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    /** Whether the log holds it in a form that is read exactly; the types of the rest are named to the department. */
    boolean isRead() {
        return !whole.toUpperCase(Locale.ROOT).contains("COMPRESSED")
                && !Set.of("uuid", "inet6", "inet4", "vector", "xmltype").contains(type);
    }

    /** The type in the words of the log, which knows no display widths. */
    String typeText() {
        return switch (type) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> type + sign();
            case "decimal" -> "decimal(" + precision + "," + scale + ")" + sign();
            case "timestamp", "datetime", "time" -> type + (parts == 0 ? "" : "(" + parts + ")");
            case "bit" -> "bit(" + precision + ")";
            case "varchar", "char", "varbinary", "binary" -> type + "(" + length + ")";
            case "enum", "set" -> whole;
            default -> SHAPES.contains(type) ? "geometry" : type;
        };
    }

    private String sign() {
        return whole.contains("unsigned") ? " unsigned" : "";
    }

    FieldSpec field() {
        return FieldSpec.ofColumn(name, typeText(), nullable, key);
    }

    /** What a query selects for {@link #print}. */
    String select() {
        String quoted = quote(name);
        return switch (type) {
            case "date", "year", "timestamp", "datetime", "time" -> "CAST(" + quoted + " AS CHAR)";
            case "bit" -> "BIN(" + quoted + " + 0)";
            // a float in text form shows fewer digits than it has
            case "float" -> "CAST(" + quoted + " AS DOUBLE)";
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> "HEX(" + quoted + ")";
            default -> SHAPES.contains(type) ? "HEX(" + quoted + ")" : quoted;
        };
    }

    /** The value as it travels. */
    @Nullable
    String print(@Nullable String selected) {
        if (selected == null) {
            return null;
        }
        return switch (type) {
            case "float" -> Float.toString((float) Double.parseDouble(selected));
            case "double" -> Double.toString(Double.parseDouble(selected));
            case "bit" -> "0".repeat(Math.max(0, precision - selected.length())) + selected;
            // the session is at UTC, and says so
            case "timestamp" -> selected.startsWith("0000-") ? selected : selected + "+00";
            case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal" ->
                whole.contains("zerofill") ? new BigDecimal(selected).toPlainString() : selected;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> hex(selected);
            default -> SHAPES.contains(type) ? hex(selected) : selected;
        };
    }

    private static String hex(String digits) {
        return "\\x" + digits.toLowerCase(Locale.ROOT);
    }

    static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
