package org.citybrain.platform.subscription.internal;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.jspecify.annotations.Nullable;

/** Rows on their way to one subscription, until they are enough for a batch. For one thread. */
final class Planned {
    private static final int FULL_BYTES = 256 * 1024;
    private static final int LARGEST_BYTES = SignedBatch.MAX_BYTES - 8 * 1024;

    private final List<byte[]> records = new ArrayList<>();
    private int bytes;
    private int upserts;
    private int deletes;
    private long sourceTimeMicros;

    /** The row is now so. */
    void upsert(Change change, List<@Nullable String> key, List<@Nullable String> row) {
        add(ChangeRecord.ofKey(change.op(), change.sourceTimeMicros(), change.position(), key, row));
        upserts++;
    }

    /** The row is no more, or no longer granted. */
    void delete(Change change, List<@Nullable String> key) {
        add(ChangeRecord.ofKey('d', change.sourceTimeMicros(), change.position(), key, null));
        deletes++;
    }

    /**
     * Where a row came from.
     *
     * @param position lane/sequence/row of the source batch: its proof is found there
     */
    record Change(char op, long sourceTimeMicros, String position) {}

    private void add(ChangeRecord record) {
        byte[] encoded = record.encode();
        records.add(encoded);
        bytes += encoded.length + 5;
        sourceTimeMicros = Math.max(sourceTimeMicros, record.sourceTimeMicros());
    }

    boolean isFull() {
        return bytes >= FULL_BYTES;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    int upserts() {
        return upserts;
    }

    int deletes() {
        return deletes;
    }

    long sourceTimeMicros() {
        return sourceTimeMicros;
    }

    /** The records, cut where a message would grow too large. */
    List<List<byte[]>> takeRecords() {
        List<List<byte[]>> messages = new ArrayList<>();
        List<byte[]> message = new ArrayList<>();
        int size = 0;
        for (byte[] record : records) {
            if (size + record.length + 5 > LARGEST_BYTES && !message.isEmpty()) {
                messages.add(message);
                message = new ArrayList<>();
                size = 0;
            }
            message.add(record);
            size += record.length + 5;
        }
        if (!message.isEmpty()) {
            messages.add(message);
        }
        records.clear();
        bytes = 0;
        upserts = 0;
        deletes = 0;
        return messages;
    }
}
