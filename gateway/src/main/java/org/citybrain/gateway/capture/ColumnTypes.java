package org.citybrain.gateway.capture;

import java.util.Map;
import java.util.Set;

/** Type texts of columns, the same from the database's catalogue and from Debezium's records. */
final class ColumnTypes {
    private static final Map<String, String> NAMES = Map.of(
            "int2", "smallint",
            "int4", "integer",
            "int8", "bigint",
            "float4", "real",
            "float8", "double precision",
            "bool", "boolean",
            "bpchar", "char");
    private static final Set<String> SIZED = Set.of("varchar", "bpchar", "bit", "varbit");
    // beyond this Debezium means "no length given"
    private static final int UNBOUNDED = 10_485_760;

    private ColumnTypes() {}

    /**
     * The text of a type.
     *
     * @param name {@code pg_type.typname}, of the base type where the column has a domain
     * @param length characters, bits or digits; not positive when none is given
     * @param scale digits after the point
     */
    static String text(String name, int length, int scale) {
        if (name.startsWith("_")) {
            return text(name.substring(1), -1, -1) + "[]";
        }
        String shown = NAMES.getOrDefault(name, name);
        if (SIZED.contains(name) && length > 0 && length <= UNBOUNDED) {
            return shown + "(" + length + ")";
        }
        if (name.equals("numeric") && length > 0 && length <= 1_000) {
            return shown + "(" + length + "," + Math.max(scale, 0) + ")";
        }
        return shown;
    }

    /** The text of a type from the catalogue's modifier, -1 for none. */
    static String ofModifier(String name, int modifier) {
        if (modifier < 0) {
            return text(name, -1, -1);
        }
        return switch (name) {
            case "numeric" -> text(name, (modifier - 4) >> 16 & 0xffff, (modifier - 4) & 0x7ff);
            case "varchar", "bpchar" -> text(name, modifier - 4, -1);
            case "bit", "varbit" -> text(name, modifier, -1);
            default -> text(name, -1, -1);
        };
    }
}
