package org.citybrain.gateway.receipt;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from its beginning; the place is stored only after the reader has done its work with a poll's records, once a
 * second at most: many departments read the same topic, and what is stored for each word of it is a burden for all.
 */
public final class TopicLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLoop.class);
    private static final long RETRY_MILLIS = 2_000;
    private static final long STORE_NANOS = 1_000_000_000;
    private static final int GATHERED_BYTES = 1 << 18;

    private final String bootstrap;
    private final String group;
    private final String topic;
    private final Duration gather;
    private final Reader reader;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> polling;

    /** Works with records; called again with those of the last second or so when it throws or the process dies. */
    @FunctionalInterface
    public interface Reader {
        /** Takes records in the topic's order. */
        void take(List<ConsumerRecord<byte[], byte[]>> records) throws IOException, SQLException, InterruptedException;
    }

    /**
     * Starts reading in a thread of its own.
     *
     * @param gather so long the broker may gather records for one answer; zero to be told of each at once
     */
    public TopicLoop(String bootstrap, String group, String topic, Duration gather, Reader reader) {
        this.bootstrap = bootstrap;
        this.group = group;
        this.topic = topic;
        this.gather = gather;
        this.reader = reader;
        this.thread = Thread.ofPlatform().name(group).daemon().start(this::run);
    }

    /** A message's record; empty, with a word in the log, for one that nobody could ever read. */
    public static <T> Optional<T> read(ConsumerRecord<byte[], byte[]> message, Class<T> type) {
        try {
            return Optional.of(WireJson.read(message.value(), type));
        } catch (IllegalArgumentException e) {
            LOG.warn("Skipped message {} of {}: {}", message.offset(), message.topic(), e.getMessage());
            return Optional.empty();
        }
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> consumer = newConsumer()) {
                polling = consumer;
                consumer.subscribe(List.of(topic));
                read(consumer);
            } catch (InterruptedException | InterruptException | WakeupException e) {
                stopping = true;
            } catch (IOException | SQLException | RuntimeException e) {
                LOG.warn("Reading {} goes on in {} ms: {}", topic, RETRY_MILLIS, e.getMessage());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) throws IOException, SQLException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        long stored = System.nanoTime();
        try {
            while (!stopping) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(250));
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                polled.forEach(records::add);
                if (!records.isEmpty()) {
                    reader.take(records);
                    done.putAll(polled.nextOffsets());
                }
                if (!done.isEmpty() && System.nanoTime() - stored >= STORE_NANOS) {
                    consumer.commitSync(done);
                    done.clear();
                    stored = System.nanoTime();
                }
            }
        } finally {
            store(consumer, done);
        }
    }

    // at the end only what the reader has taken: the consumer itself may have read further
    private void store(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        try {
            if (!done.isEmpty()) {
                consumer.commitSync(done);
            }
        } catch (KafkaException e) {
            LOG.debug(
                    "The place in {} was not stored, it is read again from an earlier one: {}", topic, e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.setProperty(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        settings.setProperty(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
        // an answer comes at once when there is something; a gateway has dozens of topics where there mostly is nothing
        settings.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "2000");
        if (gather.isPositive()) {
            settings.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(GATHERED_BYTES));
            settings.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(gather.toMillis()));
        }
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        stopping = true;
        // woken and not interrupted, so that the consumer leaves its group in order
        KafkaConsumer<byte[], byte[]> consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(3_000);
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
