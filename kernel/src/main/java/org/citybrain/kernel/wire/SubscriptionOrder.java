package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HexFormat;
import java.util.List;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.text.Bilingual;

/**
 * A word of the platform in the row stream of a subscription, in its place among the batches: lay the table down anew,
 * compare what you have, or the subscription has ended. Signed over {@link #signedText()} by the platform's exchange key.
 *
 * @param kind LAY, RECONCILE or END
 * @param lane number of the laying: each laying down of the table begins a new one at sequence 1
 * @param sequence place in the lane, counted together with the batches, without gaps
 * @param fields granted fields in order, key fields among them
 * @param fieldTitles the fields' names for people, in the same order
 * @param rows for RECONCILE: rows that the table must have
 * @param checksum for RECONCILE: checksum that the table must have
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubscriptionOrder(
        String kind,
        String subscription,
        String consumer,
        String resource,
        Bilingual title,
        String table,
        List<FieldSpec> fields,
        List<String> fieldTitles,
        int lane,
        long sequence,
        long rows,
        String checksum,
        long atMicros,
        String signature) {
    public static final String LAY = "LAY";
    public static final String RECONCILE = "RECONCILE";
    public static final String END = "END";

    /** The text that the signature covers: every part that the consumer acts on. */
    public String signedText() {
        return String.join(
                "\n",
                kind,
                subscription,
                consumer,
                resource,
                table,
                HexFormat.of().formatHex(Sm3.digest(WireJson.write(fields))),
                HexFormat.of().formatHex(Sm3.digest(WireJson.write(fieldTitles))),
                HexFormat.of().formatHex(Sm3.digest(WireJson.write(title))),
                lane + "/" + sequence,
                rows + "/" + checksum,
                Long.toString(atMicros));
    }

    /** The same order, signed. */
    public SubscriptionOrder withSignature(String newSignature) {
        return new SubscriptionOrder(
                kind,
                subscription,
                consumer,
                resource,
                title,
                table,
                fields,
                fieldTitles,
                lane,
                sequence,
                rows,
                checksum,
                atMicros,
                newSignature);
    }
}
