package org.citybrain.gateway.lane;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.schema.SchemaVersion;

/** Changes of one resource and one schema that wait for their batch to close. Guarded by its outbox. */
final class OpenBatch {
    static final int MAX_ROWS = 2_000;
    /** Room for header, signature and secret stays below the 512 KB of seam 1. */
    static final int MAX_BYTES = 500 * 1024;

    private final String resource;
    private final SchemaVersion schema;
    private final long firstOrdinal;
    private final long openedNanos;
    private final List<byte[]> records = new ArrayList<>();
    private int bytes;
    private Position position = Position.START;
    private long lastSourceTimeMicros;

    OpenBatch(String resource, SchemaVersion schema, long firstOrdinal, long openedNanos) {
        this.resource = resource;
        this.schema = schema;
        this.firstOrdinal = firstOrdinal;
        this.openedNanos = openedNanos;
    }

    /** Whether the batch has room for so many more bytes and rows of that schema: a batch never mixes schemas. */
    boolean takes(SchemaVersion other, int moreBytes, int moreRows) {
        return other.fingerprint() == schema.fingerprint()
                && records.size() + moreRows <= MAX_ROWS
                && bytes + moreBytes <= MAX_BYTES;
    }

    void add(byte[] record, Position at, long sourceTimeMicros) {
        records.add(record);
        bytes += record.length + 5;
        position = at;
        lastSourceTimeMicros = sourceTimeMicros;
    }

    String resource() {
        return resource;
    }

    long fingerprint() {
        return schema.fingerprint();
    }

    long firstOrdinal() {
        return firstOrdinal;
    }

    long openedNanos() {
        return openedNanos;
    }

    List<byte[]> records() {
        return records;
    }

    int bytes() {
        return bytes;
    }

    boolean isFull() {
        return records.size() >= MAX_ROWS || bytes >= MAX_BYTES;
    }

    Position position() {
        return position;
    }

    long lastSourceTimeMicros() {
        return lastSourceTimeMicros;
    }
}
