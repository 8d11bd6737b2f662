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
     * The type that stands for a PostgreSQL type as {@code format_type} prints it, e.g. {@code numeric(14,2)}.
     * Unknown types are OTHER, so that a database nobody designed for this still flows.
     */
    public static FieldType ofPostgres(String sourceType) {
        String type = sourceType.toLowerCase(java.util.Locale.ROOT);
        if (type.endsWith("[]")) {
            return OTHER;
        }
        String name = type.replaceAll("\\(.*?\\)", "").trim();
        return switch (name) {
            case "smallint", "integer", "bigint", "int2", "int4", "int8", "oid" -> INTEGER;
            case "numeric", "decimal", "money" -> DECIMAL;
            case "real", "double precision", "float4", "float8" -> DOUBLE;
            case "boolean", "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp without time zone", "timestamp", "timestamp with time zone", "timestamptz" -> TIMESTAMP;
            case "bytea" -> BYTES;
            case "text", "character varying", "varchar", "character", "char", "bpchar", "uuid", "name", "citext" ->
                TEXT;
            default -> OTHER;
        };
    }
}
