package org.citybrain.launcher;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.launcher.bench.BenchReport;
import org.citybrain.launcher.bench.IntakeMeasurement;
import org.citybrain.launcher.bench.LookupMeasurement;
import org.citybrain.launcher.bench.Measurement;
import org.citybrain.launcher.bench.ResourcesMeasurement;
import org.citybrain.launcher.bench.SpineMeasurement;
import org.citybrain.launcher.bench.StartMeasurement;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.Stopping;
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
    public String help() {
        return """
                用法 Usage: bin/cb bench NAME [options] [--json FILE]

                测量并打印 `metric value unit` · measures and prints `metric value unit` lines.
                  --json FILE      结果文件 · file for the figures

                """
                + MEASUREMENTS.values().stream().map(Measurement::help).collect(Collectors.joining("\n"))
                + "\n  linkage          bin/cb bench linkage --help\n";
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
        BenchReport report = measurement.run(arguments, launch);
        Stopping.nothingLeft();
        if (arguments.has("--json")) {
            report.write(Path.of(arguments.find("--json").orElseThrow()));
        }
        report.metrics().forEach(metric -> launch.terminal().line(metric.toString()));
        return 0;
    }

    private static Set<String> all(java.util.function.Function<Measurement, Collection<String>> part, String... more) {
        Set<String> words = new HashSet<>(List.of(more));
        MEASUREMENTS.values().forEach(measurement -> words.addAll(part.apply(measurement)));
        return words;
    }
}
