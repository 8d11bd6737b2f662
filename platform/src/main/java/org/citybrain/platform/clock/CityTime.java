package org.citybrain.platform.clock;

import java.time.Clock;
import java.time.Instant;

/** The door to city time. Tokens, receipts and latencies use machine time instead. */
public interface CityTime {

    /** The city's clock, in the city's zone (Asia/Shanghai); never goes back. */
    Clock clock();

    /** City seconds that pass in one machine second. */
    double speed();

    /**
     * Changes the speed; the time goes on from where it is.
     *
     * @throws org.citybrain.platform.problem.Refusal outside the sample city, or when not between 0.001 and 100,000
     */
    void setSpeed(double citySecondsPerSecond);

    /**
     * Jumps forward.
     *
     * @throws org.citybrain.platform.problem.Refusal outside the sample city, or when the moment has passed
     */
    void advanceTo(Instant moment);
}
