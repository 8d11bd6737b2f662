package org.citybrain.gateway.subscription;

import java.util.regex.Pattern;
import org.citybrain.kernel.schema.FieldSpec;

/**
 * A column of a received table.
 *
 * @param name as at the provider
 * @param type PostgreSQL type as {@code format_type} prints it
 * @param key whether it is part of the key
 */
record ReceivedColumn(String name, String type, boolean key) {
    private static final Pattern KEPT = Pattern.compile("smallint|integer|bigint|numeric(\\(\\d+,\\d+\\))?|real"
            + "|double precision|boolean|date|timestamp with(out)? time zone|bytea|text|uuid"
            + "|character( varying)?\\(\\d+\\)|character varying");

    /** The column for a field: PostgreSQL's own type where the provider names one, else one that holds the same. */
    static ReceivedColumn of(FieldSpec field) {
        String type = KEPT.matcher(field.sourceType()).matches() ? field.sourceType() : standIn(field);
        return new ReceivedColumn(field.name(), type, field.key());
    }

    private static String standIn(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric";
            case DOUBLE -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp without time zone";
            case BYTES -> "bytea";
            case TEXT -> field.length() == null ? "text" : "character varying(" + field.length() + ")";
            case OTHER -> "text";
        };
    }

    /** A cast to a sized type would cut a longer value silently; without the size the insert refuses it. */
    String unsizedType() {
        return type.startsWith("character(") ? "bpchar" : type.replaceAll("\\(.*?\\)", "");
    }

    /** The name as SQL takes it. */
    String quoted() {
        return quote(name);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
