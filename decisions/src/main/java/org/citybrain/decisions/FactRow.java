package org.citybrain.decisions;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the pool with the receipt it came with.
 *
 * @param fields needed fields and their {@code _ref} companions as canonical text; null where the source has none
 * @param row place in its batch, from 0
 * @param sourceTime when the department changed it; {@code knownTime}: when the city knew
 */
public record FactRow(
        String resource,
        String key,
        Map<String, @Nullable String> fields,
        int lane,
        long sequence,
        int row,
        Instant sourceTime,
        Instant knownTime) {

    /** The field's text; null when it is empty or not there. */
    public @Nullable String field(String name) {
        String value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** {@code resource/lane/sequence/row}: names the receipt and the row in it. */
    public String receipt() {
        return resource + "/" + lane + "/" + sequence + "/" + row;
    }
}
