package org.citybrain.launcher.story;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** After the first load exactly the households of the sample city's truth file are listed, no fewer and no more. */
public final class TruthStory implements Story {

    private static final Duration LOADED = Duration.ofSeconds(120);
    private static final int HOUSEHOLD = 0;
    private static final int PERIOD = 1;
    private static final int EXPECTED = 5;

    @Override
    public String name() {
        return "truth";
    }

    @Override
    public String title() {
        return "首批数据: 列入者恰为真相所载 · after the first load exactly the truth file's households are listed";
    }

    @Override
    public void walk(Walk walk) throws IOException {
        Set<String> expected = Files.readAllLines(walk.city().home().resolve("truth/medical-burden.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[EXPECTED].equals("LISTED"))
                .map(cells -> TruthHousehold.ref(walk.config(), cells[HOUSEHOLD]) + " " + cells[PERIOD])
                .collect(Collectors.toCollection(TreeSet::new));
        walk.expectThat("真相文件有列入者 the truth file lists some", !expected.isEmpty(), expected.size());
        walk.awaitSame("预警恰为这些家庭 alerts stand for exactly these", LOADED, expected, () -> listed(walk));
    }

    private static Set<String> listed(Walk walk) {
        return new Cases(walk.machine())
                .alerts().stream()
                        .filter(alert -> alert.path("kind").asText("ALERT").equals("ALERT"))
                        .filter(alert -> !alert.path("state").asText().equals("WITHDRAWN"))
                        .map(alert -> alert.path("subject").asText() + " "
                                + alert.path("period").asText())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
