package org.citybrain.platform.registry;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One field of a person's golden record with where it comes from.
 *
 * @param value as shown to this reader
 * @param words the value in both languages where the declaration names it; null for names, numbers and free text
 * @param masked whether the value is hidden in part
 * @param source id of the figure's source, {@code person:<ref>:<field>}
 * @param resource the resource that won
 * @param receipt {@code resource/lane/sequence/row}
 * @param validFrom when the department changed it
 * @param knownAt when the city knew
 * @param otherSources how many other resources hold a different value
 * @param others the resources that differ
 * @param correction id of the steward's correction that stands here until the source changes; null when there is none
 */
public record GoldenField(
        String field,
        Bilingual label,
        @Nullable String value,
        @Nullable Bilingual words,
        boolean masked,
        String source,
        String resource,
        String receipt,
        Instant validFrom,
        Instant knownAt,
        int otherSources,
        List<String> others,
        @Nullable String correction) {
    public GoldenField {
        others = List.copyOf(others);
    }
}
