package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.launcher.door.Machine;
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

    /** Household and period of every case whose deciding rule said LISTED and that was not withdrawn. */
    private static Set<String> listed(Walk walk) {
        Machine machine = walk.machine();
        Set<String> listed = new TreeSet<>();
        Cases.rows(machine.get("/api/todos/since?after=0")).stream()
                .map(task -> task.path("caseId").asText())
                .distinct()
                .map(id -> machine.get("/api/cases/" + id))
                .filter(page -> !page.path("state").asText().equals("WITHDRAWN"))
                .forEach(page -> {
                    JsonNode decision = machine.get(
                            "/api/decisions/" + page.path("decisionId").asText());
                    if (decision.path("outcome").asText().equals("LISTED")) {
                        listed.add(page.path("subject").asText() + " "
                                + decision.path("period").asText());
                    }
                });
        return listed;
    }
}
