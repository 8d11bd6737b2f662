package org.citybrain.samplecity.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalogue and the database both know it.
 *
 * @param name column name
 * @param title its names
 * @param sourceType PostgreSQL type as {@code format_type} prints it
 * @param length longest text in characters, null when unbounded or not a text
 * @param nullable whether it may be null
 * @param key whether it is the key
 * @param element data element slug, null when none applies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Column(
        String name,
        Bilingual title,
        String sourceType,
        @Nullable Integer length,
        boolean nullable,
        boolean key,
        @Nullable String element) {
    /** The MariaDB type that holds the same values. */
    String mariaDbType() {
        int bracket = sourceType.indexOf('(');
        String size = bracket < 0 ? "" : sourceType.substring(bracket);
        String type = bracket < 0 ? sourceType : sourceType.substring(0, bracket);
        return switch (type) {
            case "character varying" -> "varchar" + size;
            case "character" -> "char" + size;
            case "numeric" -> "decimal" + size;
            case "integer" -> "int";
            case "double precision" -> "double";
            case "boolean" -> "tinyint(1)";
            case "timestamp without time zone" -> "datetime(6)";
            case "text" -> "mediumtext";
            case "smallint", "bigint", "date" -> type;
            default -> throw new IllegalStateException("No MariaDB type is known for " + sourceType + " of " + name);
        };
    }
}
