package org.citybrain.platform.live.internal;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page: topics noted since the last sending, sent by a virtual thread at most ten times a second. */
final class Follower {

    private static final long HEARTBEAT_SECONDS = 15;
    private static final long GATHER_MILLIS = 100;

    private final SseEmitter emitter;
    private final Consumer<Follower> left;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition noted = lock.newCondition();
    private final Set<String> topics = new LinkedHashSet<>();
    private boolean open = true;

    Follower(SseEmitter emitter, Consumer<Follower> left) {
        this.emitter = emitter;
        this.left = left;
        emitter.onCompletion(this::end);
        emitter.onError(error -> end());
    }

    void start() {
        Thread.ofVirtual().name("live-page").start(this::live);
    }

    void note(String topic) {
        lock.lock();
        try {
            topics.add(topic);
            noted.signal();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            open = false;
            noted.signal();
        } finally {
            lock.unlock();
        }
    }

    private void live() {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(2_000));
            while (true) {
                Set<String> changed = await();
                if (!open) {
                    break;
                }
                if (changed.isEmpty()) {
                    emitter.send(SseEmitter.event().comment("alive"));
                }
                for (String topic : changed) {
                    emitter.send(SseEmitter.event()
                            .name("changed")
                            .data(Map.of("topic", topic), MediaType.APPLICATION_JSON));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // the reader has left; the container ends the request itself
            open = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            left.accept(this);
        }
    }

    /** Waits for a change or the next heartbeat, then a moment longer so that a burst becomes one. */
    private Set<String> await() throws InterruptedException {
        lock.lock();
        try {
            long patience = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (open && topics.isEmpty() && patience > 0) {
                patience = noted.awaitNanos(patience);
            }
        } finally {
            lock.unlock();
        }
        Thread.sleep(GATHER_MILLIS);
        lock.lock();
        try {
            Set<String> changed = new LinkedHashSet<>(topics);
            topics.clear();
            return changed;
        } finally {
            lock.unlock();
        }
    }
}
