package org.citybrain.platform.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.citybrain.platform.topics.Outbox;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and the followers over the broker in memory. */
@PlatformTest
class FollowingTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private InMemoryTopicPort port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void sendsWhatWasCommittedAndNothingThatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            outbox.put("outbox-test", "lost", new NodeKey("a@1", "04", 1));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> {
            outbox.put("outbox-test", "kept", new NodeKey("b@1", "04", 1));
            outbox.put("outbox-test", "deleted", null);
        });
        await().until(() -> port.sent("outbox-test").size() == 2);
        assertThat(port.sent("outbox-test")).extracting(TopicMessage::key).containsExactly("kept", "deleted");
        await().until(() -> db.sql("select count(*) from topics.outbox where topic = 'outbox-test'")
                        .query(Long.class)
                        .single()
                == 0);
    }

    @Test
    void triesAFailureAgainPassesOverAMalformedMessageAndRemembersItsPlace() {
        Positions positions = new Positions(db);
        Recorder recorder = new Recorder();
        send("one", "bad", "two");
        Follower follower = new Follower(recorder, port, positions);
        follower.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> recorder.keys.contains("two"));
        assertThat(recorder.keys).containsExactly("one", "two");
        await().until(() -> positions.nextOffset(recorder.name(), recorder.topic(), 0) == 3);
        follower.stop();
        follower.join();

        send("three");
        Follower next = new Follower(recorder, port, positions);
        next.start();
        await().until(() -> recorder.keys.contains("three"));
        assertThat(recorder.keys).containsExactly("one", "two", "three");
        next.stop();
        next.join();
    }

    private void send(String... keys) {
        port.send(List.of(keys).stream()
                .map(key -> TopicMessage.of("follow-test", key, key.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** Fails twice on the first message, calls the key "bad" malformed, remembers the others once. */
    private static final class Recorder implements TopicListener {
        private final List<String> keys = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public String name() {
            return "test.recorder";
        }

        @Override
        public String topic() {
            return "follow-test";
        }

        @Override
        public void on(List<TopicMessage> messages) {
            if (failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("not now");
            }
            if (messages.stream().anyMatch(message -> message.key().equals("bad"))) {
                throw new IllegalArgumentException("malformed");
            }
            messages.forEach(message -> keys.add(message.key()));
        }
    }
}
