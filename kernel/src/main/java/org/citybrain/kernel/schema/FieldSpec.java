package org.citybrain.kernel.schema;

import org.jspecify.annotations.Nullable;

/**
 * One field of a resource.
 *
 * @param name the column's name at the source
 * @param sourceType the source's own type text, e.g. {@code numeric(14,2)}
 * @param type what the canonical text stands for
 * @param length longest text in characters, null when unbounded
 * @param scale digits after the point of a DECIMAL, null when unbounded
 * @param nullable whether the source allows null
 * @param key whether the field is part of the resource's key
 * @param element data element slug such as {@code identity-number}, null when none is known
 */
public record FieldSpec(
        String name,
        String sourceType,
        FieldType type,
        @Nullable Integer length,
        @Nullable Integer scale,
        boolean nullable,
        boolean key,
        @Nullable String element) {

    /** The same field with a data element. */
    public FieldSpec withElement(@Nullable String newElement) {
        return new FieldSpec(name, sourceType, type, length, scale, nullable, key, newElement);
    }

    /** A field of a column of a PostgreSQL or MariaDB table, or one declared in their words; its type, length and scale read from the type text. */
    public static FieldSpec ofColumn(String name, String sourceType, boolean nullable, boolean key) {
        FieldType type = FieldType.ofSource(sourceType);
        java.util.regex.Matcher size =
                java.util.regex.Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)").matcher(sourceType);
        // an enumeration's words may hold such brackets too
        boolean sized = !sourceType.contains("'") && size.find();
        Integer length = sized && type == FieldType.TEXT ? Integer.valueOf(size.group(1)) : null;
        Integer scale = sized && type == FieldType.DECIMAL
                ? Integer.valueOf(size.group(2) == null ? "0" : size.group(2))
                : null;
        return new FieldSpec(name, sourceType, type, length, scale, nullable, key, null);
    }
}
