package org.citybrain.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors under the figures of the development sets: a change that makes the engine worse fails here. */
class DevelopmentSetsTest {
    private static final Path SHARED =
            Path.of(System.getenv().getOrDefault("CB_SHARED", "../../shared")).normalize();

    @TempDir
    Path folder;

    private static double metric(Measured measured, String name) {
        return measured.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "historical_50k-dev, cluster_f1, 0.92",
        "febrl1, cluster_f1, 0.995",
        "febrl3, cluster_f1, 0.998",
        "fake_1000, cluster_f1, 0.87",
        "dblp-acm, pair_f1, 0.985",
        "amazon-google, pair_f1, 0.5",
    })
    void staysAboveTheFloor(String set, String name, double floor) throws IOException {
        assumeThat(Files.isDirectory(SHARED.resolve("data/linkage")))
                .as("the development sets are under CB_SHARED: %s", SHARED)
                .isTrue();

        assertThat(metric(Measuring.measure(KnownSet.of(set).job(SHARED)), name))
                .isGreaterThan(floor);
    }

    @Test
    void matchesTheSampleCity() throws IOException {
        Path resources = Path.of("..", "sample-city", "src", "main", "resources");
        var sources = SampleSource.list(resources.resolve("dirt.yaml"), 2);
        var files = new SampleCity(SampleNames.read(resources.resolve("names")), sources, 1).write(3_000, folder);
        Measured measured = Measuring.measure(new Job(
                "sample",
                org.citybrain.matching.schema.SchemaFile.parse(KnownSet.resource("sample-city.yaml")),
                files,
                "person"));

        assertThat(files).hasSize(12);
        assertThat(metric(measured, "cluster_f1")).isGreaterThan(0.997);
        assertThat(metric(measured, "wrong_merge_share")).isLessThan(0.0005);
        assertThat(metric(measured, "candidates_per_record")).isLessThan(4);
    }

    @Test
    void saysWhichSetsThereAre() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> KnownSet.of("nowhere"))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining("febrl3");
    }

    @Test
    void saysThatTheDataIsNotThere() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> KnownSet.of("febrl3").job(folder))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("CB_SHARED");
    }
}
