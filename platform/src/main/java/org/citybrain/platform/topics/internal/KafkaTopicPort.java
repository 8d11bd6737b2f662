package org.citybrain.platform.topics.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citybrain.platform.topics.TopicFailure;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.springframework.beans.factory.DisposableBean;

/** The broker of a home. Partitions are assigned by hand: a killed process never holds a group's place. */
final class KafkaTopicPort implements TopicPort, DisposableBean {

    private static final Duration READ_AGAIN = Duration.ofSeconds(10);
    private static final int SEND_SECONDS = 20;

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    KafkaTopicPort(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void send(List<TopicMessage> messages) {
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (TopicMessage message : messages) {
                sent.add(producer.send(new ProducerRecord<>(message.topic(), message.key(), message.value())));
            }
            for (Future<?> one : sent) {
                one.get(SEND_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicFailure("sending was interrupted", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new TopicFailure("Kafka at " + bootstrap + " did not take " + messages.size() + " messages", e);
        }
    }

    @Override
    public Optional<TopicMessage> find(String topic, int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        try (KafkaConsumer<String, byte[]> consumer = consumer(1)) {
            consumer.assign(List.of(place));
            consumer.seek(place, offset);
            long deadline = System.nanoTime() + READ_AGAIN.toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(200)).records(place);
                if (!records.isEmpty()) {
                    var first = records.getFirst();
                    return first.offset() == offset
                            ? Optional.of(new TopicMessage(topic, partition, offset, first.key(), first.value()))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new TopicFailure("Kafka at " + bootstrap + " did not answer for " + place, e);
        }
    }

    @Override
    public List<TopicMessage> range(String topic, int partition, long from, long to) {
        TopicPartition place = new TopicPartition(topic, partition);
        List<TopicMessage> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(500)) {
            consumer.assign(List.of(place));
            consumer.seek(place, from);
            long deadline = System.nanoTime() + READ_AGAIN.toNanos();
            while (consumer.position(place) <= to && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200)).records(place)) {
                    if (record.offset() >= from && record.offset() <= to) {
                        found.add(new TopicMessage(topic, partition, record.offset(), record.key(), record.value()));
                    }
                }
            }
            return found;
        } catch (KafkaException e) {
            throw new TopicFailure("Kafka at " + bootstrap + " did not answer for " + place, e);
        }
    }

    @Override
    public Feed follow(String topic, IntToLongFunction nextOffset) {
        return new KafkaFeed(consumer(500), topic, nextOffset);
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(3));
    }

    private KafkaConsumer<String, byte[]> consumer(int atOnce) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        5_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        1_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        atOnce),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
