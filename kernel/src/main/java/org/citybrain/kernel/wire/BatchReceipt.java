package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What intake says of a batch: taken or refused, with the root it verified; signed by the platform's node key over {@link #signedText()}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchReceipt(
        String resource,
        int lane,
        long sequence,
        String node,
        String root,
        int rowCount,
        int goodRows,
        int badRows,
        String verdict,
        String reason,
        long receivedAtMicros,
        long knownAtMicros,
        int kafkaPartition,
        long kafkaOffset,
        String signature) {
    /** The text that the signature covers. */
    public String signedText() {
        return String.join(
                "\n", resource, lane + "/" + sequence, node, root, rowCount + "/" + goodRows + "/" + badRows, verdict);
    }
}
