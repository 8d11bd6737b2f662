package org.citybrain.streaming.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as active needs see it.
 *
 * @param key the fact's key: key values, identity numbers replaced by their refs, joined by U+001F
 * @param fields needed fields and their companions {@code <field>_ref}, canonical texts
 * @param lookups {@code field=value} by which it is found
 */
record FactRow(String key, Map<String, @Nullable String> fields, Set<String> lookups) {}
