package org.citybrain.streaming.rows;

import org.citybrain.kernel.batch.SignedBatch;
import org.jspecify.annotations.Nullable;

/**
 * What travels through the intake job: a batch with what is known of it so far, or a word about a lane.
 *
 * @param kind what it is
 * @param resource resource id; for an ARRIVED parcel the Kafka key, which the header must confirm
 * @param lane lane of the resource
 * @param sequence the batch's sequence, 0 when not known; for BACKFILL the last one before the need became active
 * @param batch the encoded batch, empty for words about a lane
 * @param arrival where and when it came
 * @param reason why it was refused, or why the lane stands
 * @param entry JSON of the catalogue's entry in force, empty when not accepted
 * @param occurrences for tables without a key: per row the occurrence number before and after, else empty
 */
public record Parcel(
        Kind kind,
        String resource,
        int lane,
        long sequence,
        byte[] batch,
        Arrival arrival,
        String reason,
        byte[] entry,
        int[] occurrences) {
    /** No bytes. */
    public static final byte[] NOTHING = new byte[0];
    /** For tables with a key. */
    public static final int[] NO_OCCURRENCES = new int[0];

    /** What a parcel is. */
    public enum Kind {
        /** From Kafka, nothing looked at. */
        ARRIVED,
        /** Verified, next in its lane, of a known schema. */
        ACCEPTED,
        /** Not a batch, not signed by its department, or not what its signature covers. */
        REFUSED,
        /** The lane flows again. */
        FLOWING,
        /** The lane waits for a missing sequence. */
        HELD,
        /** The lane waits for the catalogue: a schema version or a node key. */
        PARKED,
        /** A need became active, or changed, while the resource was already flowing. */
        BACKFILL,
        /** Rows of the pool for that need: {@link KeptRow}s instead of a batch. */
        KEPT_ROWS
    }

    /**
     * Where and when a record was read.
     *
     * @param receivedAtMicros when intake read it
     */
    public record Arrival(String topic, int partition, long offset, long receivedAtMicros) {}

    /** The key under which intake keeps a lane's state. */
    public String laneKey() {
        return resource + "/" + lane;
    }

    /** The batch, decoded anew. */
    public SignedBatch decode() {
        return SignedBatch.decode(batch);
    }

    /** A record just read. */
    public static Parcel arrived(@Nullable String key, int lane, byte[] batch, Arrival arrival) {
        return new Parcel(Kind.ARRIVED, key == null ? "" : key, lane, 0, batch, arrival, "", NOTHING, NO_OCCURRENCES);
    }

    /** The same batch, taken in. */
    public Parcel accepted(long newSequence, byte[] newEntry, int[] newOccurrences) {
        return new Parcel(Kind.ACCEPTED, resource, lane, newSequence, batch, arrival, "", newEntry, newOccurrences);
    }

    /** The same batch, refused. */
    public Parcel refused(long newSequence, String why) {
        return new Parcel(Kind.REFUSED, resource, lane, newSequence, batch, arrival, why, NOTHING, NO_OCCURRENCES);
    }

    /** Rows that answer this request. */
    public Parcel withKeptRows(byte[] rows) {
        return new Parcel(Kind.KEPT_ROWS, resource, lane, sequence, rows, arrival, reason, entry, NO_OCCURRENCES);
    }

    /** A word about the lane of this parcel. */
    public static Parcel word(Kind kind, String resource, int lane, long sequence, String reason, byte[] entry) {
        return new Parcel(
                kind, resource, lane, sequence, NOTHING, new Arrival("", 0, 0, 0), reason, entry, NO_OCCURRENCES);
    }
}
