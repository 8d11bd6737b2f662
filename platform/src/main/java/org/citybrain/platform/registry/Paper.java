package org.citybrain.platform.registry;

import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A licence, certificate or public credit record as a line of a list.
 *
 * @param ref opaque id
 * @param number as its department gave it
 * @param holder its holder's name, a person's masked
 * @param detail what it allows, or what was done
 * @param to last day of validity or publication; null when it has no end
 * @param state VALID, SOON (within 30 days), ENDED
 * @param receipt {@code resource/lane/sequence/row}
 */
public record Paper(
        String ref,
        Bilingual type,
        String resource,
        String number,
        String holder,
        @Nullable String detail,
        @Nullable String from,
        @Nullable String to,
        String state,
        String receipt) {}
