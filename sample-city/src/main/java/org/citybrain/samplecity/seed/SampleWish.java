package org.citybrain.samplecity.seed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;

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
    private static final int FEWEST = CityConfig.FEWEST_RESIDENTS;

    public SampleWish {
        if (persons < FEWEST) {
            throw new ConfigException(
                    "--persons: 不少于 " + FEWEST + " · at least " + FEWEST + " are needed, not " + persons);
        }
    }

    /**
     * Reads the words of the command line.
     *
     * @throws ConfigException when one is missing or no number
     */
    public static SampleWish of(String[] args) {
        String persons = HomeConfig.argument(args, "--persons")
                .orElseThrow(() -> new ConfigException("缺少 --persons · --persons N is missing"));
        String out = HomeConfig.argument(args, "--out")
                .orElseThrow(() -> new ConfigException("缺少 --out · --out DIR is missing"));
        try {
            return new SampleWish(
                    wholeNumber("--persons", persons, Integer::valueOf),
                    Path.of(out),
                    List.of(args).contains("--gzip"),
                    wholeNumber("--seed", HomeConfig.argument(args, "--seed").orElse("42"), Long::valueOf),
                    LocalDate.parse(HomeConfig.argument(args, "--start").orElse("2026-11-01")),
                    HomeConfig.argument(args, "--shared").map(Path::of));
        } catch (DateTimeParseException e) {
            throw new ConfigException("--start: 需要日期 · a day such as 2026-11-01 is needed, not " + e.getParsedString());
        }
    }

    private static <N> N wholeNumber(String option, String text, Function<String, N> reading) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new ConfigException(option + ": 需要整数 · a whole number is needed, not " + text);
        }
    }

    /** What must be the same for an interrupted run to go on. */
    String population() {
        return "seed=" + seed + "; residents=" + persons + "; start=" + startDay + (packed ? "; gzip" : "");
    }
}
