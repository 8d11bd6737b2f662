package org.citybrain.platform.registry;

import java.util.List;
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
 * @param standing what a public credit record says of its subject; null for other papers
 * @param marks what the city notes about it beside its source
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
        String receipt,
        @Nullable CreditStanding standing,
        List<Mark> marks) {
    public Paper {
        marks = List.copyOf(marks);
    }

    /** What is noted about a paper while a procedure about it runs, or because one has ended. */
    public enum Mark {
        /** Its subject has objected (异议中). */
        DISPUTED,
        /** Repaired (已修复): kept, and shown to those alone who may see what is withheld. */
        WITHHELD
    }
}
