package org.citybrain.launcher.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.config.HomeConfig;

/**
 * A planted household as the sample city's truth file tells of it. Sums are CNY as text with two decimals; `after` is the
 * outcome once the coming bill is written: LISTED, NOT_LISTED or CANNOT_TELL.
 */
record TruthHousehold(
        String story,
        String number,
        String head,
        String village,
        String comingSelfPaid,
        String comingTotal,
        String before,
        String after) {

    private static final int COLUMNS = 8;

    static TruthHousehold find(Path home, String story) {
        return all(home).stream()
                .filter(household -> household.story.equals(story))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the truth file has no household " + story));
    }

    static List<TruthHousehold> all(Path home) {
        Path file = home.resolve("truth/stories.csv");
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", COLUMNS))
                    .map(c -> new TruthHousehold(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The id under which the platform knows the household. */
    String ref(HomeConfig config) {
        return ref(config, number);
    }

    static String ref(HomeConfig config, String householdNumber) {
        return new OpaqueIds(config.get("opaque.key"), config.get("city.node")).household(householdNumber);
    }
}
