package org.citybrain.platform.registry.resolve;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source record as the registry holds it.
 *
 * @param id the registry's own number of it, which never changes
 * @param numberRef opaque id of its number; null when that is missing or wrong
 * @param entity to whom it belongs
 * @param home the first entity it ever belonged to
 */
public record StoredRecord(
        long id,
        String resource,
        String key,
        Map<String, @Nullable String> fields,
        @Nullable String numberRef,
        List<Long> tokens,
        long sequence,
        int row,
        boolean deleted,
        String entity,
        String home) {

    String place() {
        return resource + '\u001f' + key;
    }
}
