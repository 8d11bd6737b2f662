package org.citybrain.kernel.time;

import java.time.Clock;
import java.time.Instant;

/** Epoch microseconds, the wire's form of machine time. */
public final class Micros {
    private Micros() {}

    /** Microseconds of an instant. */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** The clock's present moment. */
    public static long now(Clock clock) {
        return of(clock.instant());
    }

    /** The instant of microseconds. */
    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
