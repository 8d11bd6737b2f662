package org.citybrain.gateway.lane;

import org.citybrain.kernel.batch.Records;

/**
 * Changes of one resource and one schema that will be sealed as one batch.
 *
 * @param firstOrdinal of its first change
 * @param position of its last change
 */
record ClosedBatch(
        String resource,
        long fingerprint,
        long firstOrdinal,
        Records records,
        Position position,
        long lastSourceTimeMicros) {
    int bytes() {
        return records.encodedLength();
    }
}
