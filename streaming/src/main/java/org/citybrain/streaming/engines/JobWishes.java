package org.citybrain.streaming.engines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citybrain.kernel.wire.SceneJob;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.kernel.wire.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads cb.jobs from its beginning: which scene jobs the platform wants. For one thread. */
public final class JobWishes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWishes.class);

    private final KafkaConsumer<String, byte[]> consumer;

    public JobWishes(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = List.of(new TopicPartition(Topics.JOBS, 0));
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Hands on what has come since the last call: job name and bundle, empty when the job was taken back. */
    public void poll(Duration longest, BiConsumer<String, Optional<SceneJob>> wish) {
        for (var message : consumer.poll(longest)) {
            try {
                byte[] bundle = message.value();
                wish.accept(
                        message.key(),
                        bundle == null ? Optional.empty() : Optional.of(WireJson.read(bundle, SceneJob.class)));
            } catch (IllegalArgumentException e) {
                LOG.warn("cb.jobs offset {} is not a scene job: {}", message.offset(), e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
