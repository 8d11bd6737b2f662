package org.citybrain.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.citybrain.kernel.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topic of a department that was connected after the engines started. */
final class KafkaTopics {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
    private static final int PARTITIONS = 2;

    private KafkaTopics() {}

    /** Makes the department's topic where it is missing; tries until Kafka answers. */
    static void ensure(String bootstrap, String department) throws InterruptedException {
        ensure(bootstrap, new NewTopic(Topics.batches(department), PARTITIONS, (short) 1));
    }

    /** Makes a topic whose messages are all in one order. */
    static void ensureOne(String bootstrap, String name) throws InterruptedException {
        ensure(bootstrap, new NewTopic(name, 1, (short) 1));
    }

    private static void ensure(String bootstrap, NewTopic topic) throws InterruptedException {
        while (true) {
            try (Admin admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000"))) {
                admin.createTopics(List.of(topic)).all().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    return;
                }
                LOG.info("Waits for Kafka at {}: {}", bootstrap, String.valueOf(e.getCause()));
                Thread.sleep(1_000);
            }
        }
    }
}
