package org.citybrain.platform.registry;

import java.time.Instant;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A change of a golden field in one of its sources, values masked as the field is.
 *
 * @param validFrom when the source changed it
 * @param knownAt when the city knew
 * @param before null when the record is new
 * @param after null when it was deleted
 */
public record FieldChange(
        Instant validFrom,
        Instant knownAt,
        String field,
        Bilingual label,
        @Nullable Bilingual before,
        @Nullable Bilingual after,
        String resource,
        String receipt) {}
