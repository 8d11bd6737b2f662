package org.citybrain.launcher.home;

import java.nio.file.Path;

/**
 * What the first start of a home is asked for. `residents` and `speed` (city seconds per machine second) apply to the sample
 * city; `knownPorts` prefers the documented ports, a temporary home takes any free ones.
 */
public record HomeWishes(
        Path repository, Path shared, boolean sampleCity, int residents, int speed, boolean knownPorts) {

    public static final int DEMO_RESIDENTS = 100_000;
    public static final int DEMO_SPEED = 1440;

    public static HomeWishes demo(Path repository, Path shared) {
        return new HomeWishes(repository, shared, true, DEMO_RESIDENTS, DEMO_SPEED, true);
    }

    /** The same for a home that is thrown away afterwards. */
    public HomeWishes temporary() {
        return new HomeWishes(repository, shared, sampleCity, residents, speed, false);
    }

    public HomeWishes withResidents(int number) {
        return new HomeWishes(repository, shared, sampleCity, number, speed, knownPorts);
    }

    public HomeWishes withSpeed(int number) {
        return new HomeWishes(repository, shared, sampleCity, residents, number, knownPorts);
    }

    public HomeWishes withoutSampleCity() {
        return new HomeWishes(repository, shared, false, residents, speed, knownPorts);
    }
}
