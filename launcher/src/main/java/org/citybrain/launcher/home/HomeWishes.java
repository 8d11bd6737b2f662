package org.citybrain.launcher.home;

import java.nio.file.Path;
import org.citybrain.samplecity.config.CityConfig;

/**
 * What the first start of a home is asked for. `residents` and `speed` (city seconds per machine second) apply to the sample
 * city, as does the number of `departments` it raises; `knownPorts` prefers the documented ports, a temporary home takes any
 * free ones.
 */
public record HomeWishes(
        Path repository,
        Path shared,
        boolean sampleCity,
        int residents,
        int speed,
        int departments,
        boolean knownPorts) {

    public static final int DEMO_RESIDENTS = 100_000;
    /** With fewer people the sample city cannot tell its stories. */
    public static final int FEWEST_RESIDENTS = CityConfig.FEWEST_RESIDENTS;

    public static final int DEMO_SPEED = 1440;
    /** The departments the stories are told in. */
    public static final int STORY_DEPARTMENTS = 4;
    /** All departments the sample city can raise. */
    public static final int ALL_DEPARTMENTS = 12;

    public static HomeWishes demo(Path repository, Path shared) {
        return new HomeWishes(repository, shared, true, DEMO_RESIDENTS, DEMO_SPEED, ALL_DEPARTMENTS, true);
    }

    /** The same for a home that is thrown away afterwards. */
    public HomeWishes temporary() {
        return new HomeWishes(repository, shared, sampleCity, residents, speed, departments, false);
    }

    public HomeWishes withResidents(int number) {
        return new HomeWishes(repository, shared, sampleCity, number, speed, departments, knownPorts);
    }

    public HomeWishes withSpeed(int number) {
        return new HomeWishes(repository, shared, sampleCity, residents, number, departments, knownPorts);
    }

    /** The first so many of the sample city's departments; those of the stories are the first. */
    public HomeWishes withDepartments(int number) {
        return new HomeWishes(repository, shared, sampleCity, residents, speed, number, knownPorts);
    }

    public HomeWishes withoutSampleCity() {
        return new HomeWishes(repository, shared, false, residents, speed, departments, knownPorts);
    }
}
