package org.citybrain.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every broker must do; passed by the one in memory and by Kafka. */
public abstract class TopicPortContract {

    private final String topic = "contract-" + UUID.randomUUID();

    protected abstract TopicPort port();

    /** Makes the topic with one partition. */
    protected abstract void make(String name);

    @Test
    void deliversInOrderFromTheBeginning() {
        make(topic);
        port().send(List.of(message("a"), message("b")));
        port().send(List.of(message("c")));
        assertThat(keys(0, 3)).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnFromAnOffset() {
        make(topic);
        port().send(List.of(message("a"), message("b"), message("c")));
        assertThat(keys(2, 1)).containsExactly("c");
    }

    @Test
    void readsOneMessageAgain() {
        make(topic);
        port().send(List.of(message("a"), message("b")));
        assertThat(port().find(topic, 0, 1))
                .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo("b"));
    }

    @Test
    void readsTheMessagesBetweenTwoOffsets() {
        make(topic);
        port().send(List.of(message("a"), message("b"), message("c"), message("d")));
        assertThat(port().range(topic, 0, 1, 2)).extracting(TopicMessage::key).containsExactly("b", "c");
    }

    @Test
    void carriesADeletion() {
        make(topic);
        port().send(List.of(TopicMessage.of(topic, "gone", null)));
        try (TopicPort.Feed feed = port().follow(topic, partition -> 0)) {
            assertThat(next(feed, 1).getFirst().value()).isNull();
        }
    }

    @Test
    void waitsQuietlyForATopicThatIsNotThereYet() {
        try (TopicPort.Feed feed = port().follow("absent-" + topic, partition -> 0)) {
            assertThat(feed.next(Duration.ofMillis(50))).isEmpty();
        }
    }

    private List<String> keys(long from, int count) {
        try (TopicPort.Feed feed = port().follow(topic, partition -> from)) {
            return next(feed, count).stream().map(TopicMessage::key).toList();
        }
    }

    private static List<TopicMessage> next(TopicPort.Feed feed, int count) {
        List<TopicMessage> found = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (found.size() < count && System.nanoTime() < deadline) {
            found.addAll(feed.next(Duration.ofMillis(200)));
        }
        return found;
    }

    private TopicMessage message(String key) {
        return TopicMessage.of(topic, key, new byte[] {1});
    }
}
