package org.citybrain.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.launcher.bench.BenchReport;
import org.citybrain.launcher.bench.IntakeMeasurement;
import org.citybrain.launcher.bench.LookupMeasurement;
import org.citybrain.launcher.bench.Measurement;
import org.citybrain.launcher.bench.ResourcesMeasurement;
import org.citybrain.launcher.bench.SpineMeasurement;
import org.citybrain.launcher.bench.StartMeasurement;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.WrongUsage;

/** `bench`: runs one of the measurements, prints its figures and writes them down. */
record BenchCommand() implements Command {

    private static final Map<String, Measurement> MEASUREMENTS = measurements();

    private static Map<String, Measurement> measurements() {
        Map<String, Measurement> measurements = new LinkedHashMap<>();
        measurements.put("spine", new SpineMeasurement());
        measurements.put("start", new StartMeasurement());
        measurements.put("intake", new IntakeMeasurement());
        measurements.put("resources", new ResourcesMeasurement());
        measurements.put("lookup", new LookupMeasurement());
        return measurements;
    }

    @Override
    public int run(List<String> words, Launch launch) throws Exception {
        Arguments arguments = Arguments.of(words, all(Measurement::options, "--json"), all(Measurement::flags));
        Measurement measurement =
                arguments.rest().size() == 1 ? MEASUREMENTS.get(arguments.rest().getFirst()) : null;
        if (measurement == null) {
            throw new WrongUsage("可用的测量 · measurements: " + String.join(", ", MEASUREMENTS.keySet()) + ", linkage");
        }
        String name = arguments.rest().getFirst();
        Set<String> known = new HashSet<>(measurement.options());
        known.addAll(measurement.flags());
        known.add("--json");
        words.stream()
                .filter(word -> word.startsWith("--") && !known.contains(word.split("=", 2)[0]))
                .findFirst()
                .ifPresent(word -> {
                    throw new WrongUsage("bench " + name + " 没有选项 · has no option " + word);
                });
        Optional<Path> json = arguments.find("--json").map(Path::of);
        json.ifPresent(BenchCommand::requireFolder);
        BenchReport report = measurement.run(arguments, launch);
        if (json.isPresent()) {
            report.write(json.get());
        }
        report.metrics().forEach(metric -> launch.terminal().line(metric.toString()));
        return 0;
    }

    /** Known before anything is measured; no folder is made where a path was written amiss. */
    private static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUsage("--json: 没有这个文件夹, 请先建好 · there is no folder " + folder + ": make it first");
        }
    }

    private static Set<String> all(java.util.function.Function<Measurement, Collection<String>> part, String... more) {
        Set<String> words = new HashSet<>(List.of(more));
        MEASUREMENTS.values().forEach(measurement -> words.addAll(part.apply(measurement)));
        return words;
    }
}
