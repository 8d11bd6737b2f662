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
        @Nullable String element) {}
