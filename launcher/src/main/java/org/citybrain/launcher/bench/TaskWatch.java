package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.supervise.Pause;

/** Asks the platform over and over which tasks are new, and notes when an answer first showed each one. */
final class TaskWatch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(25);
    private static final int MOST = 500;
    private static final int OVERLAP_SECONDS = 10;

    private final Machine machine;
    private final Map<String, Long> seenMicros = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Thread thread;
    private Instant since;

    TaskWatch(Machine machine) {
        this.machine = machine;
        this.since = Instant.now();
        this.thread = Thread.ofPlatform().name("tasks").start(this::watch);
    }

    /** Case id of each new task to the machine time, in microseconds, of the first answer that showed it. */
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
        JsonNode answer = machine.get("/api/todos/since?after=" + since + "&limit=" + MOST);
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        for (JsonNode row : answer.isArray() ? answer : answer.path("rows")) {
            if (known.add(row.path("taskId").asText())) {
                seenMicros.putIfAbsent(row.path("caseId").asText(), micros);
                Instant created = Instant.parse(row.path("createdAt").asText()).minusSeconds(OVERLAP_SECONDS);
                since = created.isAfter(since) ? created : since;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        thread.join();
    }
}
