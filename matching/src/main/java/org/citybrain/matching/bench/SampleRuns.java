package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.SchemaFile;

/** Matches the sample city's residents twice: at the committed dirt rates and at twice those. */
final class SampleRuns {
    static final long SEED = 42;

    private SampleRuns() {}

    static List<Metric> measure(int residents, Path repository, Options options) throws IOException {
        if (options.has("--growth")) {
            return growth(residents, repository, options);
        }
        List<Metric> metrics = new ArrayList<>();
        String dirt = options.find("--dirt").orElse("both");
        if (!dirt.equals("2")) {
            metrics.addAll(run(residents, 1, repository, options));
        }
        if (!dirt.equals("1")) {
            System.out.println("# 脏数据加倍 · twice the dirt");
            run(residents, 2, repository, options)
                    .forEach(metric ->
                            metrics.add(new Metric("twice_dirt_" + metric.name(), metric.value(), metric.unit())));
        }
        return metrics;
    }

    /** The growth curve up to so many residents; the first size runs twice, so that no figure holds the compiler's start. */
    private static List<Metric> growth(int residents, Path repository, Options options) throws IOException {
        List<Metric> metrics = new ArrayList<>();
        List<Growth> curve = new ArrayList<>();
        run(Growth.SIZES.getFirst(), 1, repository, options);
        for (int size : Growth.SIZES) {
            if (size <= residents) {
                System.out.println("# " + size + " 名居民 · residents");
                List<Metric> found = run(size, 1, repository, options);
                curve.add(Growth.of(found));
                found.forEach(metric -> metrics.add(
                        new Metric("residents_" + size + "_" + metric.name(), metric.value(), metric.unit())));
            }
        }
        List<Metric> summary = Growth.summary(curve);
        summary.forEach(System.out::println);
        metrics.addAll(summary);
        return metrics;
    }

    private static List<Metric> run(int residents, double factor, Path repository, Options options) throws IOException {
        Path resources = repository.resolve("sample-city/src/main/resources");
        Path folder = Files.createTempDirectory("citybrain-linkage-");
        List<Path> files = List.of();
        try {
            List<SampleSource> sources = SampleSource.list(resources.resolve("dirt.yaml"), factor);
            SampleNames names = SampleNames.read(resources.resolve("names"));
            files = new SampleCity(names, sources, SEED).write(residents, folder);
            return LinkageMain.once(
                    new Job("sample", SchemaFile.parse(KnownSet.resource("sample-city.yaml")), files, "person"),
                    options);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }
}
