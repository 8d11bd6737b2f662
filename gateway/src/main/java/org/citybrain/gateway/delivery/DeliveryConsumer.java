package org.citybrain.gateway.delivery;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.receipt.TopicLoop;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.kernel.wire.Delivery;
import org.citybrain.kernel.wire.DeliveryReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one department's deliveries, writes them and answers with a signed receipt. */
public final class DeliveryConsumer implements TopicLoop.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryConsumer.class);

    private final String department;
    private final DeliveryWriter writer;
    private final Sm2.Signer signer;
    private final Announcements announcements;
    private final Health health;

    /** A reader of {@code cb.deliveries} for one department. */
    public DeliveryConsumer(
            String department, DeliveryWriter writer, Sm2.Signer signer, Announcements announcements, Health health) {
        this.department = department;
        this.writer = writer;
        this.signer = signer;
        this.announcements = announcements;
        this.health = health;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records)
            throws IOException, SQLException, InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<Delivery> delivery = TopicLoop.read(record, Delivery.class);
            if (delivery.isPresent() && delivery.get().department().equals(department)) {
                answer(delivery.get());
            }
        }
    }

    private void answer(Delivery delivery) throws IOException, SQLException, InterruptedException {
        DeliveryReceipt receipt = receiptOf(delivery, writer.write(delivery));
        LOG.info(
                "Delivery {} to {}.{}: {} {}",
                delivery.id(),
                department,
                delivery.table(),
                receipt.verdict(),
                receipt.reason());
        if (receipt.verdict().equals("REFUSED")) {
            health.note("deliveries", "the last was refused: " + receipt.reason());
        } else {
            health.up("deliveries", "the last was written");
        }
        try {
            announcements
                    .publish(Topics.DELIVERY_RECEIPTS, delivery.id(), WireJson.write(receipt))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("The delivery receipt was not acknowledged", e);
        }
    }

    private DeliveryReceipt receiptOf(Delivery delivery, DeliveryWriter.Outcome outcome) {
        DeliveryReceipt unsigned = new DeliveryReceipt(
                delivery.id(),
                department,
                outcome.verdict(),
                outcome.reason(),
                outcome.writtenAtMicros(),
                delivery.digest(),
                "");
        String signature = HexFormat.of().formatHex(signer.sign(Sm3.utf8(unsigned.signedText())));
        return new DeliveryReceipt(
                unsigned.id(),
                unsigned.department(),
                unsigned.verdict(),
                unsigned.reason(),
                unsigned.writtenAtMicros(),
                unsigned.digest(),
                signature);
    }
}
