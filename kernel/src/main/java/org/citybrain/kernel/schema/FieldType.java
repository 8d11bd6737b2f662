package org.citybrain.kernel.schema;

/** What a field's canonical text stands for. OTHER is kept as the source prints it (arrays, intervals, …). */
public enum FieldType {
    TEXT,
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    BYTES,
    OTHER;

    /**
     * The type that stands for a PostgreSQL type as {@code format_type} prints it, e.g. {@code numeric(14,2)}, or for a
     * MariaDB type such as {@code bigint unsigned}: where both know a name they mean the same by it. Unknown types are
     * OTHER, so that a database nobody designed for this still flows.
     */
    public static FieldType ofSource(String sourceType) {
        String type = sourceType.toLowerCase(java.util.Locale.ROOT);
        if (type.endsWith("[]")) {
            return OTHER;
        }
        // its upper half has no room in a signed number
        if (type.equals("bigint unsigned")) {
            return DECIMAL;
        }
        // a word of the list may hold brackets itself
        if (type.startsWith("enum(") || type.startsWith("set(")) {
            return TEXT;
        }
        String name = type.replaceAll("\\(.*?\\)", "").replace(" unsigned", "").trim();
        return named(name);
    }

    private static FieldType named(String name) {
        return switch (name) {
            case "smallint",
                    "integer",
                    "bigint",
                    "int2",
                    "int4",
                    "int8",
                    "oid",
                    "tinyint",
                    "mediumint",
                    "int",
                    "year" -> INTEGER;
            case "numeric", "decimal", "money" -> DECIMAL;
            case "real", "double precision", "float4", "float8", "float", "double" -> DOUBLE;
            case "boolean", "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp without time zone", "timestamp", "timestamp with time zone", "timestamptz", "datetime" ->
                TIMESTAMP;
            case "bytea", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "geometry" -> BYTES;
            case "text",
                    "character varying",
                    "varchar",
                    "character",
                    "char",
                    "bpchar",
                    "uuid",
                    "name",
                    "citext",
                    "tinytext",
                    "mediumtext",
                    "longtext" -> TEXT;
            default -> OTHER;
        };
    }
}
