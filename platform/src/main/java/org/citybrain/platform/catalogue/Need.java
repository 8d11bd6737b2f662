package org.citybrain.platform.catalogue;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A scene's wish to use fields of a resource, and what became of it.
 *
 * @param scene the scene's id
 * @param resource the resource
 * @param fields the fields wanted
 * @param lookup fields by which facts are found
 * @param purpose what for
 * @param legalBasis on which law
 * @param state where it stands
 * @param requestedAt when it was asked, machine time
 * @param decidedAt when it was decided, null while it waits
 * @param decidedBy login or rule that decided, null while it waits
 * @param decisionBasis the reason of the decision, empty while it waits
 */
public record Need(
        String scene,
        String resource,
        List<String> fields,
        List<String> lookup,
        Bilingual purpose,
        String legalBasis,
        State state,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        String decisionBasis) {

    /** Copies the lists. */
    public Need {
        fields = List.copyOf(fields);
        lookup = List.copyOf(lookup);
    }

    /** Where a need stands. */
    public enum State {
        REQUESTED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }
}
