package org.citybrain.platform.catalogue;

import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One field of a resource as the catalogue describes it.
 *
 * @param name the column's name at the source
 * @param title its name for people
 * @param sourceType the source's own type text
 * @param length longest text in characters, null when unbounded
 * @param nullable whether the source allows null
 * @param key whether it is part of the key
 * @param element data element slug such as {@code identity-number}, null when none is known
 */
public record DataField(
        String name,
        Bilingual title,
        String sourceType,
        @Nullable Integer length,
        boolean nullable,
        boolean key,
        @Nullable String element) {}
