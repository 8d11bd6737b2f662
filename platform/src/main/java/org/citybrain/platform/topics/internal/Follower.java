package org.citybrain.platform.topics.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.citybrain.platform.topics.TopicPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener's thread: reads, hands over, remembers the place; a failure is tried again, a malformed one passed. */
final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicListener listener;
    private final TopicPort port;
    private final Positions positions;
    private final Thread thread;
    private volatile boolean running = true;

    Follower(TopicListener listener, TopicPort port, Positions positions) {
        this.listener = listener;
        this.port = port;
        this.positions = positions;
        this.thread =
                Thread.ofPlatform().daemon().name("follow-" + listener.name()).unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    void stop() {
        running = false;
    }

    void join() {
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        boolean failing = false;
        while (running) {
            try (TopicPort.Feed feed = port.follow(
                    listener.topic(),
                    partition -> positions.nextOffset(listener.name(), listener.topic(), partition))) {
                while (running) {
                    take(feed.next(PATIENCE));
                    failing = false;
                }
            } catch (RuntimeException e) {
                if (running && !failing) {
                    log.warn("{} stands still and tries again", listener.name(), e);
                }
                failing = true;
                pause();
            }
        }
    }

    private void take(List<TopicMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            listener.on(messages);
        } catch (IllegalArgumentException malformed) {
            messages.forEach(this::takeOne);
        }
        Map<Integer, Long> next = new LinkedHashMap<>();
        messages.forEach(message -> next.merge(message.partition(), message.offset() + 1, Math::max));
        next.forEach((partition, offset) -> positions.reached(listener.name(), listener.topic(), partition, offset));
    }

    private void takeOne(TopicMessage message) {
        try {
            listener.on(List.of(message));
        } catch (IllegalArgumentException malformed) {
            log.error("{} passes over the malformed message {}", listener.name(), message, malformed);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
