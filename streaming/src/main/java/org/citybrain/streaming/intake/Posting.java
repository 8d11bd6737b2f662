package org.citybrain.streaming.intake;

import java.util.List;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.RowFinding;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel brings to PostgreSQL.
 *
 * @param parcel where it came from
 * @param header null for words about a lane and for bytes that are no batch
 * @param signature over the header, empty when there is none
 * @param goodRows rows that went on
 * @param badRows rows set aside
 * @param findings what is wrong
 * @param facts changes of facts, in order
 */
record Posting(
        Parcel parcel,
        @Nullable BatchHeader header,
        byte[] signature,
        int goodRows,
        int badRows,
        List<RowFinding> findings,
        List<FactChange> facts) {

    /**
     * A change of one fact.
     *
     * @param op c, u, d or r
     * @param before as it was, null when it was not, or was set aside
     * @param after as it is, null when it is no more
     * @param row arrival index in the batch
     */
    record FactChange(
            char op, @Nullable FactRow before, @Nullable FactRow after, long sequence, int row, long sourceTimeMicros) {
        FactChange {
            if (before == null && after == null) {
                throw new IllegalArgumentException("A change has a before or an after");
            }
        }

        /** The fact that stays or goes. */
        FactRow subject() {
            return after != null ? after : java.util.Objects.requireNonNull(before);
        }

        boolean isDeletion() {
            return after == null;
        }
    }
}
