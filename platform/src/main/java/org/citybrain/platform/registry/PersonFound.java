package org.citybrain.platform.registry;

import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * A line of a search's answer: enough to choose by, masked for everybody.
 *
 * @param region the person's village, null when no source tells it
 * @param way EXACT, SOUND (a name that sounds alike), HIDDEN (with a rare sign left open), PART
 */
public record PersonFound(
        String ref,
        String maskedName,
        String maskedId,
        @Nullable Region region,
        String way) {}
