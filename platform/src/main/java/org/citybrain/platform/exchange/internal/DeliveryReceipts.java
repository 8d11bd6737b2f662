package org.citybrain.platform.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.DeliveryReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.exchange.DeliveryReceived;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears what departments answer to orders; only an answer with the department's own signature counts. */
@Component
class DeliveryReceipts implements TopicListener {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReceipts.class);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final NodeKeys keys;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final String node;

    DeliveryReceipts(
            JdbcClient db,
            TransactionTemplate transactions,
            NodeKeys keys,
            Audit audit,
            ApplicationEventPublisher events,
            Home home) {
        this.db = db;
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.events = events;
        this.node = home.node();
    }

    @Override
    public String name() {
        return "exchange.delivery-receipts";
    }

    @Override
    public String topic() {
        return Topics.DELIVERY_RECEIPTS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        for (TopicMessage message : messages) {
            DeliveryReceipt receipt = message.as(DeliveryReceipt.class);
            if (signed(receipt)) {
                Callers.run(
                        Caller.system("exchange"), () -> transactions.executeWithoutResult(status -> take(receipt)));
            } else {
                log.error("the receipt of delivery {} is not signed by {}", receipt.id(), receipt.department());
            }
        }
    }

    private boolean signed(DeliveryReceipt receipt) {
        byte[] message = receipt.signedText().getBytes(StandardCharsets.UTF_8);
        byte[] signature = HexFormat.of().parseHex(receipt.signature());
        return keys.signed(receipt.department() + "@" + node, message, signature);
    }

    private void take(DeliveryReceipt receipt) {
        boolean written = !"REFUSED".equals(receipt.verdict());
        Instant at = Micros.toInstant(receipt.writtenAtMicros());
        Optional<String> caseId = db.sql("""
                        update exchange.delivery set state = ?, reason = ?, written_at = ?, received_at = clock_timestamp(),
                            receipt = ?
                        where id = ? and department = ? and digest = ?
                            and (state = 'ORDERED' or state = 'REFUSED' and ?) returning case_id""")
                .params(
                        written ? "WRITTEN" : "REFUSED",
                        receipt.reason(),
                        Timestamp.from(at),
                        new String(WireJson.write(receipt), StandardCharsets.UTF_8),
                        receipt.id(),
                        receipt.department(),
                        receipt.digest(),
                        // ordered again, and a refusal that came twice was taken for the second answer
                        written)
                .query((row, index) -> row.getString("case_id"))
                .optional();
        caseId.ifPresent(found -> {
            audit.record(
                    AuditEvent.DELIVERY_RECEIVED,
                    "delivery:" + receipt.id(),
                    Map.of("verdict", receipt.verdict(), "case", found));
            events.publishEvent(
                    new DeliveryReceived(receipt.id(), receipt.department(), found, written, receipt.reason(), at));
        });
    }
}
