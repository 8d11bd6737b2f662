package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the gateway has noted of a first load: its rows, and which transactions it has seen. */
record LoadView(long rows, long xmin, long xmax, Set<Long> running) {

    private static final ObjectMapper JSON = new ObjectMapper();

    LoadView {
        running = Set.copyOf(running);
    }

    /** Reads the gateway's note of its only table; empty until the whole load is acknowledged. */
    static Optional<LoadView> read(Path captureState) throws IOException {
        if (!Files.exists(captureState)) {
            return Optional.empty();
        }
        JsonNode table = JSON.readTree(Files.readAllBytes(captureState)).at("/tables/0");
        if (!table.path("phase").asText().equals("FLOWING")) {
            return Optional.empty();
        }
        Set<Long> running = new HashSet<>();
        table.at("/view/running").forEach(number -> running.add(number.asLong()));
        return Optional.of(new LoadView(
                table.path("rows").asLong(),
                table.at("/view/xmin").asLong(),
                table.at("/view/xmax").asLong(),
                running));
    }

    /** Whether the load has seen a transaction that committed. */
    boolean sees(long transaction) {
        return transaction < xmin || transaction < xmax && !running.contains(transaction);
    }
}
