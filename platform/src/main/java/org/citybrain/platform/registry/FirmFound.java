package org.citybrain.platform.registry;

import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * A line of a search's answer.
 *
 * @param way EXACT, PART, SOUND
 */
public record FirmFound(
        String ref,
        String name,
        String creditCode,
        Bilingual status,
        @Nullable Region region,
        String way) {}
