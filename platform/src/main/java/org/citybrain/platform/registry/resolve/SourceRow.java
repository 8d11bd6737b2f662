package org.citybrain.platform.registry.resolve;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source's row as it came.
 *
 * @param numberRef opaque id of its number; null when that is missing or wrong
 * @param tokens keys of the blocks it stands in, and of the words it is found by
 * @param validFrom when the source changed it
 * @param knownFrom when the city knew
 */
record SourceRow(
        String resource,
        String key,
        Map<String, @Nullable String> fields,
        @Nullable String numberRef,
        List<Long> tokens,
        int lane,
        long sequence,
        int row,
        Instant validFrom,
        Instant knownFrom,
        boolean deleted) {

    String place() {
        return resource + '\u001f' + key;
    }

    /** The same row, found also by the names it bore before. */
    SourceRow withNamesOf(List<Long> before) {
        List<Long> all = java.util.stream.Stream.concat(
                        tokens.stream(), before.stream().filter(Tokens::isName))
                .distinct()
                .toList();
        return new SourceRow(resource, key, fields, numberRef, all, lane, sequence, row, validFrom, knownFrom, deleted);
    }

    boolean isNewerThan(StoredRecord stored) {
        return sequence != stored.sequence() ? sequence > stored.sequence() : row > stored.row();
    }
}
