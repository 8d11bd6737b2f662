package org.citybrain.streaming.resolve;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citybrain.kernel.wire.MatchRecord;
import org.citybrain.kernel.wire.Membership;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;

/** Sends records to resolve and hears memberships. */
final class ResolveClient implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int RECORD_LANES = 2;

    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    ResolveClient(String bootstrap) {
        this.bootstrap = bootstrap;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "fetch.min.bytes", "1"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    void makeTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.MATCH_RECORDS, Optional.of(RECORD_LANES), Optional.of((short) 1)),
                            new NewTopic(Topics.MATCH_RULINGS, Optional.of(1), Optional.of((short) 1)),
                            new NewTopic(Topics.MEMBERSHIPS, Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
        }
        TopicPartition told = new TopicPartition(Topics.MEMBERSHIPS, 0);
        consumer.assign(List.of(told));
        consumer.seekToBeginning(List.of(told));
    }

    void send(MatchRecord record) {
        String key = record.set() + "/" + record.record().source() + "/"
                + record.record().key();
        producer.send(new ProducerRecord<>(
                Topics.MATCH_RECORDS, key.getBytes(StandardCharsets.UTF_8), WireJson.write(record)));
    }

    /** Hands over what has been told meanwhile; waits a moment when there is nothing. */
    void hear(Consumer<Membership> taker) {
        consumer.poll(POLL).forEach(record -> taker.accept(WireJson.read(record.value(), Membership.class)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
