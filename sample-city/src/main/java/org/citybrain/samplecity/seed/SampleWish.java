package org.citybrain.samplecity.seed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/**
 * What {@code sample} is asked for.
 *
 * @param persons living residents
 * @param out folder for the files
 * @param packed whether to pack them with gzip
 * @param seed of all chance
 * @param startDay the day city time starts
 * @param shared folder of shared data with the real divisions, where present
 */
public record SampleWish(int persons, Path out, boolean packed, long seed, LocalDate startDay, Optional<Path> shared) {
    private static final int FEWEST = 200;

    public SampleWish {
        if (persons < FEWEST) {
            throw new ConfigException("--persons must be at least " + FEWEST + ", but is " + persons + ".");
        }
    }

    /**
     * Reads the words of the command line.
     *
     * @throws ConfigException when one is missing or no number
     */
    public static SampleWish of(String[] args) {
        String persons = HomeConfig.argument(args, "--persons")
                .orElseThrow(() -> new ConfigException("Say how many: --persons N."));
        String out = HomeConfig.argument(args, "--out").orElseThrow(() -> new ConfigException("Say where: --out DIR."));
        try {
            return new SampleWish(
                    Integer.parseInt(persons),
                    Path.of(out),
                    List.of(args).contains("--gzip"),
                    Long.parseLong(HomeConfig.argument(args, "--seed").orElse("42")),
                    LocalDate.parse(HomeConfig.argument(args, "--start").orElse("2026-11-01")),
                    HomeConfig.argument(args, "--shared").map(Path::of));
        } catch (NumberFormatException e) {
            throw new ConfigException("--persons and --seed must be whole numbers.");
        }
    }

    /** What must be the same for an interrupted run to go on. */
    String population() {
        return "seed=" + seed + "; residents=" + persons + "; start=" + startDay + (packed ? "; gzip" : "");
    }
}
