package org.citybrain.platform.topics.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.citybrain.platform.topics.TopicPort;
import org.citybrain.platform.topics.TopicPortContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * Kafka keeps the contract. Runs where a broker is named by {@code -Dcb.kafka.bootstrap=host:port} or {@code
 * CB_KAFKA_BOOTSTRAP}: the platform's own tests need none.
 */
class KafkaTopicPortTest extends TopicPortContract {

    private static String bootstrap = "";
    private static KafkaTopicPort port;

    @BeforeAll
    static void connect() {
        String named = System.getProperty("cb.kafka.bootstrap", System.getenv("CB_KAFKA_BOOTSTRAP"));
        Assumptions.assumeTrue(named != null, "no broker is named by -Dcb.kafka.bootstrap: Kafka's part is skipped");
        bootstrap = named;
        port = new KafkaTopicPort(named);
    }

    @AfterAll
    static void disconnect() {
        if (port != null) {
            port.destroy();
        }
    }

    @Override
    protected TopicPort port() {
        return port;
    }

    @Override
    protected void make(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topic " + name + " cannot be made", e);
        }
    }
}
