package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a measurement writes down. */
public record BenchReport(
        String name, String commit, int cores, long seed, Map<String, Object> inputs, List<Metric> metrics) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public BenchReport {
        inputs = Map.copyOf(new TreeMap<>(inputs));
        metrics = List.copyOf(metrics);
    }

    public static BenchReport of(
            Path repository, String name, long seed, Map<String, Object> inputs, List<Metric> metrics) {
        return new BenchReport(
                name, commitOf(repository), Runtime.getRuntime().availableProcessors(), seed, inputs, metrics);
    }

    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** The checked-out commit, with `+changes` when the tree differs from it; `unknown` outside git. */
    private static String commitOf(Path repository) {
        String commit = git(repository, "rev-parse", "HEAD");
        return commit.isEmpty()
                ? "unknown"
                : commit
                        + (git(repository, "status", "--porcelain", "--untracked-files=no")
                                        .isEmpty()
                                ? ""
                                : "+changes");
    }

    private static String git(Path repository, String... words) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of("git", "-C", repository.toString()));
            command.addAll(List.of(words));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
