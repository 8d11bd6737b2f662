package org.citybrain.matching.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a measurement writes down, in the same form as the other benches. */
record Report(String name, String commit, int cores, long seed, Map<String, Object> inputs, List<Metric> metrics) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Report {
        inputs = Map.copyOf(new TreeMap<>(inputs));
        metrics = List.copyOf(metrics);
    }

    static Report of(Path repository, long seed, Map<String, Object> inputs, List<Metric> metrics) {
        return new Report(
                "linkage", commitOf(repository), Runtime.getRuntime().availableProcessors(), seed, inputs, metrics);
    }

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** The checked-out commit, with `+changes` when the tree differs from it; `unknown` outside git. */
    private static String commitOf(Path repository) {
        String commit = git(repository, "rev-parse", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        boolean clean =
                git(repository, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return clean ? commit : commit + "+changes";
    }

    private static String git(Path repository, String... words) {
        List<String> command = Stream.concat(Stream.of("git", "-C", repository.toString()), Stream.of(words))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
