package org.citybrain.platform.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A department's standing order for rows of another's resource.
 *
 * @param id opaque
 * @param consumer code of the receiving department
 * @param resource what it receives
 * @param fields granted fields, the key among them
 * @param filter which rows, in the language of {@link org.citybrain.kernel.subscribe.RowFilter}
 * @param table the table in the consumer's database, in schema {@code citybrain_received}
 * @param run the exchange run it belongs to, or null
 * @param decision who decided, when and why; empty parts while it waits
 * @param hold why it is held, empty otherwise
 * @param lane number of the laying, 0 before the first
 * @param sequence last batch of that laying that was made
 * @param positions by source lane the last source batch worked through
 * @param compareWanted whether both sides are to be compared as soon as the pool has caught up
 * @param ours counts on our side
 * @param theirs counts on the consumer's side, from its receipts
 * @param comparison the last comparison, or null
 */
public record Subscription(
        String id,
        String consumer,
        String resource,
        List<String> fields,
        String filter,
        String table,
        String purpose,
        String legalBasis,
        @Nullable String run,
        State state,
        Request request,
        Decision decision,
        Hold hold,
        int lane,
        long sequence,
        Map<Integer, Long> positions,
        boolean compareWanted,
        Sent ours,
        Applied theirs,
        @Nullable Comparison comparison) {

    public Subscription {
        fields = List.copyOf(fields);
        positions = Map.copyOf(positions);
    }

    /** Code of the department whose rows these are. */
    public String provider() {
        return resource.substring(0, resource.indexOf('.'));
    }

    /** Where a subscription stands. */
    public enum State {
        /** Waits for a data officer. */
        REQUESTED,
        /** Not granted. */
        REFUSED,
        /** Its table is being laid down from the pool. */
        LAYING,
        /** Changes flow. */
        FLOWING,
        /** Stopped by a person; goes on where it was. */
        PAUSED,
        /** Stopped by a finding; goes on by a new laying. */
        HELD,
        /** Over. */
        ENDED
    }

    /** Who asked and when. */
    public record Request(String by, Instant at) {}

    /** Who decided, when and on which ground. */
    public record Decision(@Nullable String by, @Nullable Instant at, String basis) {}

    /** Why it is held. */
    public record Hold(String code, String reason) {}

    /** Rows that we sent in this laying: written or changed, and taken away. */
    public record Sent(long upserts, long deletes) {}

    /**
     * What the consumer's receipts of this laying say.
     *
     * @param sequence the last batch applied
     * @param tableRows rows of its table by that receipt
     * @param at when it was applied, null before the first
     * @param sourceTime when the source made the last change in it
     */
    public record Applied(
            long sequence,
            long upserts,
            long deletes,
            long tableRows,
            @Nullable Instant at,
            @Nullable Instant sourceTime) {}

    /** Count and checksum of both sides at one position. */
    public record Comparison(long ourRows, String ourChecksum, long theirRows, String theirChecksum, Instant at) {
        /** Whether both sides hold the same rows. */
        public boolean equal() {
            return ourRows == theirRows && ourChecksum.equals(theirChecksum);
        }
    }
}
