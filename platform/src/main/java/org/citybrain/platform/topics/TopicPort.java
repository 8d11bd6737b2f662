package org.citybrain.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/** What the platform needs of a message broker; Kafka in a home, memory in tests. Both pass one contract test. */
public interface TopicPort {

    /**
     * Sends in order and returns when the broker has all of them.
     *
     * @throws TopicFailure when it has not; then all may be sent again
     */
    void send(List<TopicMessage> messages);

    /** One message again, if the broker still has it. */
    Optional<TopicMessage> find(String topic, int partition, long offset);

    /** The messages between two offsets, both included, that the broker still has, in order. */
    List<TopicMessage> range(String topic, int partition, long from, long to);

    /**
     * Follows a topic.
     *
     * @param nextOffset for each partition the first offset wanted; one the broker no longer has means the earliest
     */
    Feed follow(String topic, IntToLongFunction nextOffset);

    /** An open topic; used by one thread. */
    interface Feed extends AutoCloseable {

        /** The next messages, waiting at most so long; empty when there are none, or the topic is not there yet. */
        List<TopicMessage> next(Duration patience);

        @Override
        void close();
    }
}
