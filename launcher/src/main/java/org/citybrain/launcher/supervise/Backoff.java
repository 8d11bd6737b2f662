package org.citybrain.launcher.supervise;

import java.time.Duration;

/** Growing pauses between restarts: 0.5 s, doubled to at most 30 s, from the start again after a minute of good service. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_SERVICE = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The pause before the next start of a child that served for `served`. */
    Duration pauseAfter(Duration served) {
        if (served.compareTo(GOOD_SERVICE) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
