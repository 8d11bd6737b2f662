package org.citybrain.launcher.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Pause;

/**
 * `bench start`: runs `bin/cb demo` itself in a temporary home, as a person would: a first start, some minutes of life, a
 * stop, a second start. Times run from the command to the line that says everything is up; memory is the sum of PSS.
 */
public record StartMeasurement() implements Measurement {

    private static final int LIFE_SECONDS = 300;
    private static final Duration PROGRESS = Duration.ofSeconds(30);

    @Override
    public Set<String> options() {
        return Set.of("--seconds", "--residents", "--departments");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--keep");
    }

    @Override
    public BenchReport run(Arguments arguments, Launch launch) throws Exception {
        int seconds = arguments.number("--seconds", LIFE_SECONDS);
        int residents = arguments.number("--residents", HomeWishes.DEMO_RESIDENTS, HomeWishes.FEWEST_RESIDENTS);
        int departments = arguments.number("--departments", HomeWishes.ALL_DEPARTMENTS);
        List<Metric> metrics = new ArrayList<>();
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal())) {
            String[] size = {"--residents", "" + residents, "--departments", "" + departments};
            try (RunningDemo first = RunningDemo.start(launch, home, size)) {
                metrics.add(new Metric("first_start_seconds", first.secondsToReady(), "s"));
                live(seconds, launch.terminal());
                metrics.addAll(memory(first, home.folder()));
                metrics.add(new Metric("stop_seconds", first.stop(), "s"));
            }
            try (RunningDemo second = RunningDemo.start(launch, home)) {
                metrics.add(new Metric("second_start_seconds", second.secondsToReady(), "s"));
                metrics.add(new Metric("second_start_cpu_seconds", second.cpuSeconds(), "s"));
            }
        }
        Map<String, Object> inputs = Map.of("seconds", seconds, "residents", residents, "departments", departments);
        return BenchReport.of(launch.repository(), "start", 42, inputs, metrics);
    }

    private static void live(int seconds, Terminal terminal) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            terminal.begins("城市生活 · the city lives, " + left / 1_000_000_000L + " s left");
            Pause.of(Duration.ofNanos(Math.min(PROGRESS.toNanos(), left)));
        }
    }

    private static List<Metric> memory(RunningDemo demo, Path home) throws IOException {
        Footprint footprint = Footprint.of(demo.root(), names(home));
        List<Metric> metrics = new ArrayList<>();
        footprint.mebibytes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> metrics.add(
                        new Metric("pss_" + part.getKey().replace('-', '_') + "_mib", part.getValue(), "MiB")));
        metrics.add(new Metric("pss_total_mib", footprint.total(), "MiB"));
        return metrics;
    }

    /** The children's names by process id, as the home's `run` folder notes them. */
    private static Map<Long, String> names(Path home) throws IOException {
        Map<Long, String> names = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("run"), "*.pid")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String text = Files.readString(file).strip().split("\\s+", 2)[0];
                names.put(Long.parseLong(text), name.substring(0, name.length() - ".pid".length()));
            }
        }
        return names;
    }
}
