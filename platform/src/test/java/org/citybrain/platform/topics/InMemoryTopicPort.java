package org.citybrain.platform.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/** A broker in memory: one partition a topic, nothing is ever removed. */
public final class InMemoryTopicPort implements TopicPort {

    private final Map<String, List<TopicMessage>> topics = new HashMap<>();

    @Override
    public synchronized void send(List<TopicMessage> messages) {
        for (TopicMessage message : messages) {
            List<TopicMessage> topic = topics.computeIfAbsent(message.topic(), name -> new ArrayList<>());
            topic.add(new TopicMessage(message.topic(), 0, topic.size(), message.key(), message.value()));
        }
        notifyAll();
    }

    @Override
    public synchronized Optional<TopicMessage> find(String topic, int partition, long offset) {
        List<TopicMessage> messages = topics.getOrDefault(topic, List.of());
        return partition == 0 && offset >= 0 && offset < messages.size()
                ? Optional.of(messages.get((int) offset))
                : Optional.empty();
    }

    @Override
    public synchronized List<TopicMessage> range(String topic, int partition, long from, long to) {
        return topics.getOrDefault(topic, List.of()).stream()
                .filter(message -> message.offset() >= from && message.offset() <= to)
                .toList();
    }

    /** Everything that was sent to a topic, in order. */
    public synchronized List<TopicMessage> sent(String topic) {
        return List.copyOf(topics.getOrDefault(topic, List.of()));
    }

    @Override
    public Feed follow(String topic, IntToLongFunction nextOffset) {
        return new Feed() {
            private long next = nextOffset.applyAsLong(0);

            @Override
            public List<TopicMessage> next(Duration patience) {
                List<TopicMessage> found = after(topic, next, patience);
                next += found.size();
                return found;
            }

            @Override
            public void close() {
                next = 0;
            }
        };
    }

    private synchronized List<TopicMessage> after(String topic, long next, Duration patience) {
        List<TopicMessage> messages = topics.getOrDefault(topic, List.of());
        if (messages.size() <= next) {
            try {
                wait(patience.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            messages = topics.getOrDefault(topic, List.of());
        }
        return messages.size() <= next ? List.of() : List.copyOf(messages.subList((int) next, messages.size()));
    }
}
