package org.citybrain.gateway.lane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citybrain.kernel.wire.Topics;

/** A department's own batches, read back from its topic from the first message to the newest one. */
public final class KafkaSentBatches implements SentBatches {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long NOTHING_NANOS = Duration.ofSeconds(60).toNanos();

    private final String bootstrap;
    private final String topic;

    /** The batches of a department. */
    public KafkaSentBatches(String bootstrap, String department) {
        this.bootstrap = bootstrap;
        this.topic = Topics.batches(department);
    }

    @Override
    public void read(String resource, Reader reader) throws IOException, InterruptedException {
        byte[] key = resource.getBytes(StandardCharsets.UTF_8);
        try (KafkaConsumer<byte[], byte[]> consumer = newConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heard = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    heard = System.nanoTime();
                    if (Arrays.equals(message.key(), key)) {
                        reader.batch(message.value());
                    }
                }
                if (System.nanoTime() - heard > NOTHING_NANOS) {
                    throw new IOException("Kafka does not give back what was sent of " + resource);
                }
            }
        } catch (InterruptException e) {
            throw new InterruptedException("interrupted while it read what was sent");
        } catch (KafkaException e) {
            throw new IOException("Cannot read back what was sent of " + resource + ": " + e.getMessage(), e);
        }
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
        settings.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(8 << 20));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
