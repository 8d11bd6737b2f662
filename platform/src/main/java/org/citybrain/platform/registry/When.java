package org.citybrain.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On which day a record is asked for.
 *
 * @param asOf what was so then, by the sources' own time; null for now
 * @param asKnown as the city knew it then; null for now
 */
public record When(@Nullable Instant asOf, @Nullable Instant asKnown) {
    /** As it is now, as it is known now. */
    public static final When NOW = new When(null, null);

    /** Whether a past day is asked for. */
    public boolean isPast() {
        return asOf != null || asKnown != null;
    }
}
