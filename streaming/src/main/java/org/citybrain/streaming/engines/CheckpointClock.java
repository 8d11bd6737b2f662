package org.citybrain.streaming.engines;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
 * Asks for the checkpoints of intake, at a pace that follows what they cost, and when a flood of rows has ended, so that the
 * pool shows a first load at once. It reads the receipts: what they name has passed intake's source, so the next checkpoint
 * contains it. The cluster's own clock stands behind: it begins one when none was complete for the longest time.
 */
public final class CheckpointClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointClock.class);
    private static final int LONGEST_IN_SHORTEST = 6;
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> receipts;
    private final FlinkRest flink;
    private final String job;
    private final String cost;
    private final Pace pace;
    private final Flood flood;
    private final CheckpointHealth health = new CheckpointHealth(Clock.systemUTC());
    private final Thread thread;
    private boolean floodHasEnded;
    private CompletableFuture<?> underWay = CompletableFuture.completedFuture(0L);
    private volatile boolean closed;

    /**
     * Starts the clock.
     *
     * @param job name of the job as the cluster knows it
     * @param cost the job's counter of nanoseconds that checkpoints took
     * @param interval between two checkpoints that cost little; it grows to six times as much
     */
    public CheckpointClock(String bootstrap, FlinkRest flink, String job, String cost, Duration interval) {
        this(
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                flink,
                job,
                cost,
                interval);
    }

    CheckpointClock(Consumer<byte[], byte[]> receipts, FlinkRest flink, String job, String cost, Duration interval) {
        this.receipts = receipts;
        this.flink = flink;
        this.job = job;
        this.cost = cost;
        this.pace = new Pace(interval.toNanos(), longest(interval).toNanos(), System.nanoTime());
        this.flood = new Flood(Math.max(interval.toNanos(), 1), QUIET.toNanos());
        List<TopicPartition> all = List.of(new TopicPartition(Topics.RECEIPTS, 0));
        receipts.assign(all);
        receipts.seekToEnd(all);
        this.thread = Thread.ofPlatform().name("checkpoint-clock").daemon().start(this::run);
    }

    private static Duration longest(Duration interval) {
        return interval.multipliedBy(LONGEST_IN_SHORTEST);
    }

    /** Settings of the job whose checkpoints this clock asks for: the cluster's clock only stands behind it. */
    public static void leads(Configuration settings, Duration interval) {
        String longest = longest(interval).toMillis() + " ms";
        settings.setString("execution.checkpointing.interval", longest);
        settings.setString("execution.checkpointing.min-pause", longest);
    }

    private void run() {
        try {
            while (!closed) {
                lookOrPause();
            }
        } catch (InterruptException | InterruptedException e) {
            LOG.debug("The clock of checkpoints ends", e);
        } finally {
            receipts.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private void lookOrPause() throws InterruptedException {
        try {
            look();
            health.works();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            health.fails(e);
            LOG.warn("Checkpoints of {} are left to the cluster's clock, and asked for again soon", job, e);
            Thread.sleep(AFTER_FAILURE);
        }
    }

    private void look() {
        long rows = 0;
        for (ConsumerRecord<byte[], byte[]> message : receipts.poll(flood.isWaiting() ? QUIET : IDLE)) {
            rows += taken(message.value());
        }
        long now = System.nanoTime();
        if (rows > 0) {
            flood.taken(rows, now);
        } else if (flood.hasEnded(now)) {
            floodHasEnded = true;
        }
        if (underWay.isDone() && isDue()) {
            askForCheckpoint();
        }
    }

    private int taken(byte[] message) {
        try {
            BatchReceipt receipt = WireJson.read(message, BatchReceipt.class);
            pace.waits(receipt.resource());
            return receipt.rowCount();
        } catch (IllegalArgumentException e) {
            LOG.debug("A message of cb.receipts is no receipt", e);
            return 0;
        }
    }

    private boolean isDue() {
        long now = System.nanoTime();
        return pace.isDue(now) || floodHasEnded && pace.isDueAfterFlood(now);
    }

    private void askForCheckpoint() {
        try {
            Optional<JobID> running = flink.findRunning(job);
            if (running.isPresent()) {
                pace.spent(flink.counter(running.get(), cost));
                health.asked();
                underWay = flink.checkpoint(running.get()).whenComplete((number, error) -> {
                    if (error == null) {
                        health.complete();
                    } else {
                        none(error);
                    }
                });
            }
        } catch (FlinkUnreachableException e) {
            none(e);
        }
        floodHasEnded = false;
        pace.begins(System.nanoTime());
    }

    private void none(Throwable error) {
        health.none(error);
        LOG.info("No checkpoint of {} this time: {}", job, error.toString());
    }

    /** Whether it works, for the health address. */
    public Map<String, Object> state() {
        return health.state();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(2_000);
    }
}
