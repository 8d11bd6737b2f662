package org.citybrain.platform.clock.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** City time as a {@link Clock}. */
final class CityClock extends Clock {

    private final Supplier<Instant> now;
    private final ZoneId zone;

    CityClock(Supplier<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CityClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
