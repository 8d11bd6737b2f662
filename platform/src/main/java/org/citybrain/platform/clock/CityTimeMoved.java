package org.citybrain.platform.clock;

import java.time.Instant;

/**
 * City time jumped or changed its speed: what waits for a moment should look again.
 *
 * @param now the city time after it
 * @param speed city seconds per machine second from now on
 */
public record CityTimeMoved(Instant now, double speed) {}
