package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Walk;

/** Runs `connect` as a person does, and counts what arrived. */
final class Connecting {

    static final Duration TAKEN_IN = Duration.ofSeconds(120);

    private Connecting() {}

    /** A folder or file of the shared material; absent material skips the story. */
    static Path shared(Walk walk, String path) {
        Path found = walk.launch().shared().resolve(path);
        if (!Files.exists(found)) {
            throw new SkippedException("缺少 ../shared · no " + path + " in the shared folder "
                    + walk.launch().shared());
        }
        return found;
    }

    /** Connects and returns the status; the words go to the log `connect.log` of the home. */
    static int connect(Walk walk, String target, String department, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--department", department, "--yes"));
        words.addAll(List.of(more));
        List<String> command = walk.city().children().connect(target, words.toArray(String[]::new));
        File log =
                walk.city().home().resolve("log/connect-" + department + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
    }

    /** Rows that intake has taken from each resource of the department: resource to number. */
    static Map<String, Long> takenIn(Walk walk, String department) {
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode lane : Cases.rows(walk.machine().get("/api/exchange/lanes"))) {
            if (lane.path("department").asText().equals(department)) {
                rows.put(
                        lane.path("resource").asText().substring(department.length() + 1),
                        lane.at("/rows/value").asLong()
                                - lane.at("/badRows/value").asLong());
            }
        }
        return rows;
    }
}
