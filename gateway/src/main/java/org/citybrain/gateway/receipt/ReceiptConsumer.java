package org.citybrain.gateway.receipt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.kernel.wire.BatchReceipt;

/** Files one department's receipts and watches for refused batches. */
public final class ReceiptConsumer implements TopicLoop.Reader {
    private final String department;
    private final ReceiptLedger ledger;
    private final Health health;
    private final Map<String, Long> refused = new TreeMap<>();

    /** A reader of {@code cb.receipts} for one department. */
    public ReceiptConsumer(String department, ReceiptLedger ledger, Health health) {
        this.department = department;
        this.ledger = ledger;
        this.health = health;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        List<BatchReceipt> own = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicLoop.read(record, BatchReceipt.class)
                    .filter(receipt -> receipt.resource().startsWith(department + "."))
                    .ifPresent(own::add);
        }
        ledger.append(own);
        own.forEach(this::watch);
    }

    private void watch(BatchReceipt receipt) {
        String part = "receipts of " + receipt.resource();
        if (receipt.verdict().equals("REFUSED")) {
            refused.put(receipt.resource(), receipt.sequence());
            health.down(part, "batch " + receipt.sequence() + " was refused: " + receipt.reason());
        } else if (receipt.sequence() >= refused.getOrDefault(receipt.resource(), Long.MAX_VALUE)) {
            refused.remove(receipt.resource());
            health.clear(part);
        }
    }
}
