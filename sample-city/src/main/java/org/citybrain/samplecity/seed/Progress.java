package org.citybrain.samplecity.seed;

import java.io.PrintStream;
import java.util.Locale;

/** Tells how far the seeding is, how fast, and how long it will still take: every two seconds and at the end. */
final class Progress {
    private static final long STEP_NANOS = 2_000_000_000L;
    private final String work;
    private final PrintStream out;
    private final long goal;
    private final long began = System.nanoTime();
    private long told = began;

    Progress(String work, PrintStream out, long goal) {
        this.work = work;
        this.out = out;
        this.goal = goal;
    }

    void tell(long residents, long rows) {
        long now = System.nanoTime();
        if (now - told < STEP_NANOS && residents < goal) {
            return;
        }
        told = now;
        double seconds = Math.max(0.001, (now - began) / 1e9);
        double rate = residents / seconds;
        out.printf(
                Locale.ROOT,
                "%s: %,d of %,d residents, %,d rows, %,.0f residents/s, about %.0f s left%n",
                work,
                residents,
                goal,
                rows,
                rate,
                (goal - residents) / rate);
    }
}
