package org.citybrain.launcher;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.city.Programs;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;

/** The stream part of scene tests: it needs Flink, and so a process of its own with the streaming module's libraries. */
final class StreamTests {

    private static final Pattern SUMMARY = Pattern.compile("(\\d+) passed, (\\d+) failed, (\\d+) skipped");

    private StreamTests() {}

    /** Runs them, passes their lines on, and returns how many passed and failed. */
    static int[] run(Launch launch, List<String> folders) throws Exception {
        Programs programs = new Programs(launch.repository(), Path.of("none"), HomeConfig.of(Map.of()));
        Process process = new ProcessBuilder(programs.java(
                        "streaming", "org.citybrain.streaming.SceneTestMain", "tool", folders.toArray(String[]::new)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int[] counts = new int[0];
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher summary = SUMMARY.matcher(line);
                if (summary.matches()) {
                    counts = new int[] {Integer.parseInt(summary.group(1)), Integer.parseInt(summary.group(2))};
                } else {
                    launch.terminal().line(line);
                }
            }
        }
        int status = process.waitFor();
        if (counts.length == 0) {
            throw new PlainFailure("流测试没有跑完 · the stream tests broke off with status " + status, "原因见上 · see above");
        }
        return counts;
    }
}
