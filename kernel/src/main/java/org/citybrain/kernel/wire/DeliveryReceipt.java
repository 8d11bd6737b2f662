package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a department's gateway says of a delivery: WRITTEN, REPEATED or REFUSED; signed over {@link #signedText()} with the department's key.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveryReceipt(
        String id,
        String department,
        String verdict,
        String reason,
        long writtenAtMicros,
        String digest,
        String signature) {
    /** The text that the signature covers. */
    public String signedText() {
        return String.join("\n", id, department, verdict, digest);
    }
}
