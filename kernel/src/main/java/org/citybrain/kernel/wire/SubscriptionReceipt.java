package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a consumer's gateway says of one batch or order of a subscription; signed over {@link #signedText()} with the
 * department's key.
 *
 * @param kind ROWS, LAY, RECONCILE or END
 * @param verdict APPLIED: in the consumer's database; HELD: nothing of it, and nothing more until it is laid down anew
 * @param code why it is held, empty otherwise
 * @param reason the same for people, empty otherwise
 * @param root Merkle root of the batch in hexadecimal, empty for an order
 * @param upserts rows of the batch written
 * @param deletes rows of the batch taken away, those that were not there left out
 * @param tableRows rows of the consumer's table afterwards
 * @param checksum of the whole table, for RECONCILE only
 * @param offset where the message stands in the consumer's topic
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubscriptionReceipt(
        String subscription,
        String consumer,
        int lane,
        long sequence,
        String kind,
        String verdict,
        String code,
        String reason,
        String root,
        long upserts,
        long deletes,
        long tableRows,
        String checksum,
        long offset,
        long atMicros,
        String signature) {
    public static final String APPLIED = "APPLIED";
    public static final String HELD = "HELD";

    /** The text that the signature covers. */
    public String signedText() {
        return String.join(
                "\n",
                subscription,
                consumer,
                lane + "/" + sequence,
                kind,
                verdict,
                code,
                root,
                upserts + "/" + deletes + "/" + tableRows,
                checksum,
                Long.toString(atMicros));
    }

    /** The same receipt, signed. */
    public SubscriptionReceipt withSignature(String newSignature) {
        return new SubscriptionReceipt(
                subscription,
                consumer,
                lane,
                sequence,
                kind,
                verdict,
                code,
                reason,
                root,
                upserts,
                deletes,
                tableRows,
                checksum,
                offset,
                atMicros,
                newSignature);
    }
}
