package org.citybrain.streaming.engines;

import java.util.HashMap;
import java.util.Map;

/** How long a job that keeps ending waits for its next start, and how often it was tried since it last ran. */
final class Backoff {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Long> notBefore = new HashMap<>();

    /** Counts a start when the job's waiting time is over. */
    boolean mayStart(String job) {
        long now = System.nanoTime();
        Long due = notBefore.get(job);
        if (due != null && now - due < 0) {
            return false;
        }
        int attempt = attempts.merge(job, 1, Integer::sum);
        notBefore.put(job, now + Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(attempt, 6)));
        return true;
    }

    /** Starts since the job was last seen running. */
    int attempts(String job) {
        return attempts.getOrDefault(job, 0);
    }

    /** The job was seen; running clears the count. */
    void seen(String job, boolean running) {
        if (running) {
            attempts.remove(job);
        }
    }
}
