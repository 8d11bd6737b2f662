package org.citybrain.platform.subscription.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.kernel.wire.SubscriptionReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.Signatures;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears consumers' receipts; only one with the department's own signature, over what we sent, counts. */
@Component
class SubscriptionReceipts implements TopicListener {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionReceipts.class);

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Signatures signatures;
    private final SubscriptionStore store;
    private final SubscriptionFindings findings;
    private final Reports reports;

    SubscriptionReceipts(
            JdbcClient db,
            TransactionTemplate transactions,
            Signatures signatures,
            SubscriptionStore store,
            SubscriptionFindings findings,
            Reports reports) {
        this.db = db;
        this.transactions = transactions;
        this.signatures = signatures;
        this.store = store;
        this.findings = findings;
        this.reports = reports;
    }

    /** Where receipts are told on. */
    @Component
    static class Reports {
        private final Live live;
        private final String node;

        Reports(Live live, Home home) {
            this.live = live;
            this.node = home.node();
        }
    }

    @Override
    public String name() {
        return "subscription.receipts";
    }

    @Override
    public String topic() {
        return Topics.SUBSCRIPTION_RECEIPTS;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        Callers.run(
                Caller.system("subscription"),
                () -> transactions.executeWithoutResult(status -> {
                    for (TopicMessage message : messages) {
                        SubscriptionReceipt receipt = message.as(SubscriptionReceipt.class);
                        Optional<Subscription> known = store.lock(receipt.subscription());
                        if (known.isPresent() && isGenuine(receipt, known.get())) {
                            take(receipt, known.get());
                        } else {
                            log.error(
                                    "a receipt of subscription {} is not signed by its consumer",
                                    receipt.subscription());
                        }
                    }
                }));
        reports.live.changed("subscription");
    }

    private boolean isGenuine(SubscriptionReceipt receipt, Subscription subscription) {
        byte[] text = receipt.signedText().getBytes(StandardCharsets.UTF_8);
        try {
            return receipt.consumer().equals(subscription.consumer())
                    && signatures.signed(
                            receipt.consumer() + "@" + reports.node,
                            text,
                            HexFormat.of().parseHex(receipt.signature()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void take(SubscriptionReceipt receipt, Subscription now) {
        boolean applied = receipt.verdict().equals(SubscriptionReceipt.APPLIED);
        int first = db.sql("""
                        update subscription.batch set verdict = ?, reason = ?, applied_at = ?, topic_offset = ?, receipt = ?
                        where subscription = ? and lane = ? and sequence = ? and root = ? and verdict is null""")
                .params(
                        receipt.verdict(),
                        receipt.reason(),
                        Timestamp.from(Micros.toInstant(receipt.atMicros())),
                        receipt.offset(),
                        new String(WireJson.write(receipt), StandardCharsets.UTF_8),
                        receipt.subscription(),
                        receipt.lane(),
                        receipt.sequence(),
                        receipt.root())
                .update();
        if (receipt.lane() != now.lane() || now.state() == State.ENDED) {
            return;
        }
        if (!applied) {
            if (now.state() != State.HELD) {
                findings.hold(now, receipt.code(), receipt.reason());
            }
        } else if (first > 0) {
            count(receipt);
            if (receipt.kind().equals(SubscriptionOrder.RECONCILE)) {
                compare(receipt, now);
            }
        }
    }

    private void count(SubscriptionReceipt receipt) {
        db.sql("""
                        update subscription.subscription s set applied_sequence = greatest(applied_sequence, :sequence),
                            applied_upserts = applied_upserts + :upserts, applied_deletes = applied_deletes + :deletes,
                            table_rows = :rows, applied_at = :at,
                            source_time = coalesce((select source_time from subscription.batch b where b.subscription = s.id
                                and b.lane = :lane and b.sequence = :sequence), source_time)
                        where id = :id""")
                .param("sequence", receipt.sequence())
                .param("upserts", receipt.upserts())
                .param("deletes", receipt.deletes())
                .param("rows", receipt.tableRows())
                .param("at", Timestamp.from(Micros.toInstant(receipt.atMicros())))
                .param("lane", receipt.lane())
                .param("id", receipt.subscription())
                .update();
    }

    private record Asked(long rows, String checksum) {}

    private void compare(SubscriptionReceipt receipt, Subscription now) {
        Asked asked = db.sql(
                        "select rows, checksum from subscription.batch where subscription = ? and lane = ? and sequence = ?")
                .params(receipt.subscription(), receipt.lane(), receipt.sequence())
                .query((row, index) -> new Asked(row.getLong("rows"), row.getString("checksum")))
                .single();
        db.sql("""
                        update subscription.subscription set our_rows = ?, our_checksum = ?, their_rows = ?,
                            their_checksum = ?, compared_at = ? where id = ?""")
                .params(
                        asked.rows(),
                        asked.checksum(),
                        receipt.tableRows(),
                        receipt.checksum(),
                        Timestamp.from(Micros.toInstant(receipt.atMicros())),
                        receipt.subscription())
                .update();
        boolean equal = asked.rows() == receipt.tableRows() && asked.checksum().equals(receipt.checksum());
        if (!equal && now.state() != State.HELD) {
            findings.hold(
                    now,
                    "rows-differ",
                    "接收表有 " + receipt.tableRows() + " 行，应有 " + asked.rows() + " 行，或有行被改动；请核实后重新铺底 · the table has "
                            + receipt.tableRows() + " rows and must have " + asked.rows()
                            + ", or some were changed by hand: look into it, then have it laid down anew");
        }
    }
}
