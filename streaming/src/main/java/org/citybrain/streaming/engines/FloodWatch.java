package org.citybrain.streaming.engines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citybrain.kernel.wire.BatchReceipt;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a checkpoint of intake when a flood of rows has ended, so that the pool shows a first load at once and not at the
 * clock's next turn. It reads the receipts: what they name has passed intake's source, so the checkpoint contains it. A wish
 * that fails, or a flood that is overlooked in a restart, costs nothing but the wait for the regular checkpoint.
 */
public final class FloodWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FloodWatch.class);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> receipts;
    private final FlinkRest flink;
    private final String job;
    private final Flood flood;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param job name of the job as the cluster knows it
     * @param interval between its regular checkpoints
     */
    public FloodWatch(String bootstrap, FlinkRest flink, String job, Duration interval) {
        this.receipts = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.flink = flink;
        this.job = job;
        this.flood = new Flood(Math.max(interval.toNanos(), 1), QUIET.toNanos());
        List<TopicPartition> all = List.of(new TopicPartition(Topics.RECEIPTS, 0));
        receipts.assign(all);
        receipts.seekToEnd(all);
        this.thread = Thread.ofPlatform().name("flood-watch").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (!closed) {
                look(receipts.poll(flood.isWaiting() ? QUIET : IDLE));
            }
        } catch (InterruptException e) {
            LOG.debug("The watch for floods ends", e);
        } catch (RuntimeException e) {
            LOG.warn("Ends of floods are not watched any more; checkpoints come by the clock alone", e);
        } finally {
            receipts.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private void look(ConsumerRecords<byte[], byte[]> come) {
        long now = System.nanoTime();
        long rows = 0;
        for (ConsumerRecord<byte[], byte[]> message : come) {
            rows += rowsOf(message.value());
        }
        if (rows > 0) {
            flood.taken(rows, now);
        } else if (flood.hasEnded(now)) {
            askForCheckpoint();
        }
    }

    private static long rowsOf(byte[] receipt) {
        try {
            return WireJson.read(receipt, BatchReceipt.class).rowCount();
        } catch (IllegalArgumentException e) {
            LOG.debug("A message of cb.receipts is no receipt", e);
            return 0;
        }
    }

    private void askForCheckpoint() {
        try {
            flink.list().stream()
                    .filter(running -> running.name().equals(job) && running.isAlive())
                    .forEach(running -> flink.checkpoint(running.id()).whenComplete((number, error) -> {
                        if (error != null) {
                            LOG.info("No checkpoint after a flood of rows: {}", error.toString());
                        }
                    }));
        } catch (FlinkUnreachableException e) {
            LOG.info("No checkpoint after a flood of rows: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(2_000);
    }
}
