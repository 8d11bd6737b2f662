package org.citybrain.gateway.subscription;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.receipt.TopicLoop;
import org.citybrain.gateway.subscription.Receiving.Outcome;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.citybrain.kernel.wire.SubscriptionReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what one department receives, applies it and answers each message with a receipt signed by the department. */
public final class SubscriptionConsumer implements TopicLoop.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionConsumer.class);

    private final String department;
    private final SubscriptionWriter writer;
    private final PlatformKeys platform;
    private final Sm2.Signer signer;
    private final Announcements announcements;
    private final Health health;

    /** A reader of {@code cb.subscribed.<department>} that writes into the department's database. */
    public SubscriptionConsumer(
            String department,
            ReceivingDatabase database,
            PlatformKeys platform,
            Sm2.Signer signer,
            Announcements announcements,
            Health health) {
        this.department = department;
        this.writer = new SubscriptionWriter(database);
        this.platform = platform;
        this.signer = signer;
        this.announcements = announcements;
        this.health = health;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records)
            throws IOException, SQLException, InterruptedException {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] value = record.value();
            if (value != null && value.length > 0) {
                Optional<SubscriptionReceipt> receipt = value[0] == '{' ? order(record) : batch(record, value);
                receipt.ifPresent(answer -> answers.add(announcements.publish(
                        Topics.SUBSCRIPTION_RECEIPTS, answer.subscription(), WireJson.write(signed(answer)))));
            }
        }
        for (CompletableFuture<Void> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                throw new IOException("A receipt was not acknowledged", e);
            }
        }
    }

    private Optional<SubscriptionReceipt> order(ConsumerRecord<byte[], byte[]> record)
            throws SQLException, IOException, InterruptedException {
        Optional<SubscriptionOrder> read = TopicLoop.read(record, SubscriptionOrder.class);
        if (read.isEmpty() || !read.get().consumer().equals(department)) {
            return Optional.empty();
        }
        SubscriptionOrder order = read.get();
        boolean genuine = platform.isSigned(Sm3.utf8(order.signedText()), hex(order.signature()));
        Optional<Outcome> outcome = genuine
                ? writer.apply(order)
                : Optional.of(writer.hold(
                        order.subscription(),
                        order.lane(),
                        "bad-signature",
                        "指令签名不符 · the order is not signed by the platform"));
        return outcome.map(done ->
                receipt(order.subscription(), order.lane(), order.sequence(), order.kind(), "", done, record.offset()));
    }

    private Optional<SubscriptionReceipt> batch(ConsumerRecord<byte[], byte[]> record, byte[] value)
            throws SQLException, IOException, InterruptedException {
        SignedBatch batch;
        try {
            batch = SignedBatch.decode(value);
        } catch (MalformedBatchException e) {
            LOG.warn("Skipped message {} of {}: {}", record.offset(), record.topic(), e.getMessage());
            return Optional.empty();
        }
        String subscription = batch.header().resource();
        int lane = batch.header().lane();
        Optional<Outcome> outcome = platform.isSigned(batch)
                ? writer.apply(batch)
                : Optional.of(writer.hold(
                        subscription, lane, "bad-signature", "批次签名不符 · the batch is not what the platform signed"));
        String root = HexFormat.of().formatHex(batch.header().root());
        return outcome.map(
                done -> receipt(subscription, lane, batch.header().sequence(), "ROWS", root, done, record.offset()));
    }

    private SubscriptionReceipt receipt(
            String subscription, int lane, long sequence, String kind, String root, Outcome outcome, long offset) {
        if (outcome.isHeld()) {
            LOG.warn("Subscription {} is held: {} {}", subscription, outcome.code(), outcome.reason());
            health.note("subscription " + subscription, "held: " + outcome.reason());
        } else {
            health.clear("subscription " + subscription);
        }
        return new SubscriptionReceipt(
                subscription,
                department,
                lane,
                sequence,
                kind,
                outcome.isHeld() ? SubscriptionReceipt.HELD : SubscriptionReceipt.APPLIED,
                outcome.code(),
                outcome.reason(),
                root,
                outcome.upserts(),
                outcome.deletes(),
                outcome.tableRows(),
                outcome.checksum(),
                offset,
                Micros.now(java.time.Clock.systemUTC()),
                "");
    }

    private SubscriptionReceipt signed(SubscriptionReceipt receipt) {
        return receipt.withSignature(HexFormat.of().formatHex(signer.sign(Sm3.utf8(receipt.signedText()))));
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
