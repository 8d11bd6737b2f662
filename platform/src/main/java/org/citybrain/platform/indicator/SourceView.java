package org.citybrain.platform.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from: definition, query, rows, receipts.
 *
 * @param definition what is counted and what is not
 * @param query the question asked, in SQL or in words of the rule
 * @param rows some of the rows behind it, masked by the reader's right
 * @param rowCount all rows behind it
 * @param receipts batches that brought the rows
 * @param links where to go on, as page addresses of the console
 */
public record SourceView(
        String id,
        Bilingual definition,
        String query,
        Instant asOf,
        List<Map<String, @Nullable Object>> rows,
        long rowCount,
        List<ReceiptLink> receipts,
        List<Link> links) {

    /** A batch that brought a row; row is -1 when the whole batch is meant. */
    public record ReceiptLink(String resource, int lane, long sequence, int row) {

        /** Reads {@code resource/lane/sequence/row}, the form in which receipts are stored. */
        public static ReceiptLink parse(String receipt) {
            String[] parts = receipt.split("/", 4);
            return new ReceiptLink(
                    parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), Integer.parseInt(parts[3]));
        }
    }

    /** A page of the console. */
    public record Link(String rel, String href) {}
}
