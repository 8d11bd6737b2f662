package org.citybrain.platform.credit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection (异议) to a public credit record.
 *
 * @param record opaque id of the record
 * @param column the source's column that is said to be wrong; empty when the whole of a record is whose source keeps no state
 * @param seen what it said
 * @param wanted what would be right
 * @param answer what the department said, or why its database refused the objection
 * @param receipt of the source's row that closed it; null until then, and when it was upheld
 */
public record Objection(
        String id,
        String record,
        String resource,
        String column,
        @Nullable String seen,
        String wanted,
        String reason,
        String raisedBy,
        Instant raisedAt,
        State state,
        String answer,
        @Nullable Instant closedAt,
        @Nullable String receipt) {

    /** The same with its two values told otherwise, as to a reader for whom they are masked. */
    public Objection telling(@Nullable String seenSo, String wantedSo) {
        return new Objection(
                id, record, resource, column, seenSo, wantedSo, reason, raisedBy, raisedAt, state, answer, closedAt,
                receipt);
    }

    /** How far an objection has come. */
    public enum State {
        /** On its way to the department. */
        SENT,
        /** In the department's own table. */
        RECEIVED,
        /** The department's database did not take it; the department's officer may still answer. */
        UNDELIVERED,
        /** The source changed as wanted, or withdrew the record. */
        ACCEPTED,
        /** The source changed otherwise. */
        ANSWERED,
        /** The department stands by its record, and said why. */
        UPHELD
    }
}
