package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citybrain.kernel.time.Micros;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.supervise.Pause;

/** Asks the platform over and over which tasks are new, and notes when an answer first showed each one. */
final class TaskWatch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(25);

    /** Tasks of transactions that commit late are created before ones already seen: look back this far each time. */
    private static final long OVERLAP_MICROS = 10_000_000;

    private final Machine machine;
    private final Map<String, Long> seenMicros = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Thread thread;
    private long newest = Micros.of(Instant.now());

    TaskWatch(Machine machine) {
        this.machine = machine;
        this.thread = Thread.ofPlatform().name("tasks").start(this::watch);
    }

    /** Opaque id of each household to the machine time, in microseconds, of the first answer that showed its task. */
    Map<String, Long> seen() {
        return Map.copyOf(seenMicros);
    }

    private void watch() {
        while (running.get()) {
            try {
                look();
            } catch (DoorFailure notNow) {
                // An answer that failed shows no task: the next one will, and the time until then counts.
                Pause.of(BETWEEN);
            }
            Pause.of(BETWEEN);
        }
    }

    private void look() {
        JsonNode tasks = machine.get("/api/todos/since?after=" + (newest - OVERLAP_MICROS));
        long now = Micros.of(Instant.now());
        for (JsonNode task : tasks) {
            seenMicros.putIfAbsent(task.path("subjectRef").asText(), now);
            newest = Math.max(newest, task.path("createdAtMicros").asLong());
        }
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        thread.join();
    }
}
