package org.citybrain.platform.clock.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * A straight run of city time: from one pair of moments at one speed.
 *
 * @param cityStart city time at the start
 * @param machineNanos the machine's monotonic nanoseconds at the start
 * @param speed city seconds per machine second
 */
record Course(Instant cityStart, long machineNanos, double speed) {

    /** City time at those monotonic nanoseconds. */
    Instant at(long nanos) {
        double cityNanos = (nanos - machineNanos) * speed;
        return cityStart.plus(Duration.ofNanos((long) cityNanos));
    }

    /** The same moment from now on at another speed. */
    Course withSpeed(long nanos, double newSpeed) {
        return new Course(at(nanos), nanos, newSpeed);
    }

    /** From another city moment on, at the same speed. */
    Course from(Instant city, long nanos) {
        return new Course(city, nanos, speed);
    }
}
