package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.launcher.city.City;

/** Seconds from just before a change's commit to the first answer that showed its task; `missing` tasks never showed. */
record Latencies(List<Double> seconds, int missing) {

    private static final double MICROS = 1e6;
    private static final int HOUSEHOLD = 1;
    private static final int COMMITTED = 3;

    Latencies {
        seconds = List.copyOf(seconds);
    }

    /** All raising changes: one whose task never showed took forever. */
    List<Double> secondsWithMissing() {
        return Stream.concat(
                        seconds.stream(),
                        Stream.generate(() -> Double.POSITIVE_INFINITY).limit(missing))
                .toList();
    }

    /** Joins the sample city's record of raising changes with the tasks seen, by the household's opaque id. */
    static Latencies of(City city, Map<String, Long> seenByHousehold) throws IOException {
        Map<String, Long> committed = committed(city);
        List<Double> seconds = new ArrayList<>();
        committed.forEach((household, at) -> {
            Long seen = seenByHousehold.get(household);
            if (seen != null) {
                seconds.add((seen - at) / MICROS);
            }
        });
        return new Latencies(seconds, committed.size() - seconds.size());
    }

    /** Household id to the machine time of the commit, in microseconds. */
    private static Map<String, Long> committed(City city) throws IOException {
        OpaqueIds ids =
                new OpaqueIds(city.config().get("opaque.key"), city.config().get("city.node"));
        Map<String, Long> committed = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(city.home().resolve("truth"), "live-*.csv")) {
            for (Path file : files) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .forEach(cells -> committed.putIfAbsent(
                                ids.household(cells[HOUSEHOLD]), Long.parseLong(cells[COMMITTED])));
            }
        }
        return committed;
    }
}
