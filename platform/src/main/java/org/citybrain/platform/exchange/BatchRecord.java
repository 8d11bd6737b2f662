package org.citybrain.platform.exchange;

import java.time.Instant;

/**
 * A batch as intake took or refused it.
 *
 * @param resource the resource
 * @param lane order is kept within it
 * @param sequence from 1 without gaps; below 0 for bytes that are no batch
 * @param node the sender, such as {@code health_insurance@3609}
 * @param fingerprint of the shape of its rows
 * @param root SM3 Merkle root in hexadecimal
 * @param signature the sender's SM2 signature in hexadecimal
 * @param rowCount rows in it
 * @param goodRows rows taken
 * @param badRows rows set aside
 * @param verdict ACCEPTED or REFUSED
 * @param reason why it was refused, empty when it was not
 * @param closedAt when the sender closed it, machine time
 * @param sourceTime commit time of its last change at the source
 * @param receivedAt when intake had it, machine time
 * @param place where it is kept
 */
public record BatchRecord(
        String resource,
        int lane,
        long sequence,
        String node,
        long fingerprint,
        String root,
        String signature,
        int rowCount,
        int goodRows,
        int badRows,
        String verdict,
        String reason,
        Instant closedAt,
        Instant sourceTime,
        Instant receivedAt,
        Place place) {

    /** Where a batch is kept: a record of a topic. */
    public record Place(String topic, int partition, long offset) {}
}
