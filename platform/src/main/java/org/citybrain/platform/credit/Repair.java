package org.citybrain.platform.credit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application for repair (信用修复) of a public credit record.
 *
 * @param record opaque id of the record
 * @param severity how grave the fault was when it was asked
 * @param rule version of the rules it was judged by
 * @param shortest first day on which it could be asked
 * @param proofs of the duties done, as named at the desk
 * @param reason what the department's officer said
 * @param answer why the department's database refused the decision; empty otherwise
 * @param receipt of the source's row that closed it; null until then
 */
public record Repair(
        String id,
        String record,
        String resource,
        String severity,
        String rule,
        String shortest,
        String commitment,
        List<String> proofs,
        String askedBy,
        Instant askedAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        String answer,
        @Nullable Instant closedAt,
        @Nullable String receipt) {
    public Repair {
        proofs = List.copyOf(proofs);
    }

    /** How far an application has come. */
    public enum State {
        /** Waits for the department's officer. */
        APPLIED,
        /** Refused by the department's officer. */
        REFUSED,
        /** Granted, and on its way to the department's database. */
        GRANTED,
        /** In the department's own table. */
        DELIVERED,
        /** The source itself says that the record is repaired; where it keeps no state, its department's officer does. */
        DONE,
        /** The source put the record in force again after it was repaired. */
        RESTORED
    }
}
