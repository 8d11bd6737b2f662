package org.citybrain.gateway.lane;

import org.citybrain.kernel.batch.RecordsWriter;
import org.citybrain.kernel.schema.SchemaVersion;

/** Changes of one resource and one schema that wait for their batch to close. Guarded by its outbox. */
final class OpenBatch {
    private static final int ROOM = 1_024;

    static final int MAX_ROWS = 2_000;
    /** Room for header, signature and secret stays below the 512 KB of seam 1. */
    static final int MAX_BYTES = 500 * 1024;

    private final String resource;
    private final SchemaVersion schema;
    private final long firstOrdinal;
    private final long openedNanos;
    private final RecordsWriter records;
    private Position position = Position.START;
    private long lastSourceTimeMicros;

    OpenBatch(String resource, SchemaVersion schema, long firstOrdinal, long openedNanos) {
        this.resource = resource;
        this.schema = schema;
        this.firstOrdinal = firstOrdinal;
        this.openedNanos = openedNanos;
        this.records = new RecordsWriter(ROOM);
    }

    /** Whether the batch has room for so many more bytes and rows of that schema: a batch never mixes schemas. */
    boolean takes(SchemaVersion other, int moreBytes, int moreRows) {
        return other.fingerprint() == schema.fingerprint()
                && records.count() + moreRows <= MAX_ROWS
                && records.size() + moreBytes <= MAX_BYTES;
    }

    void add(byte[] record, Position at, long sourceTimeMicros) {
        records.add(record);
        position = at;
        lastSourceTimeMicros = sourceTimeMicros;
    }

    String resource() {
        return resource;
    }

    long openedNanos() {
        return openedNanos;
    }

    int bytes() {
        return records.size();
    }

    ClosedBatch closed() {
        return new ClosedBatch(
                resource, schema.fingerprint(), firstOrdinal, records.records(), position, lastSourceTimeMicros);
    }

    boolean isFull() {
        return records.count() >= MAX_ROWS || records.size() >= MAX_BYTES;
    }
}
