package org.citybrain.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        Percentiles hundred = Percentiles.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

        assertThat(hundred.at(0.95)).isEqualTo(95);
        assertThat(hundred.at(0.5)).isEqualTo(50);
        assertThat(hundred.at(1)).isEqualTo(100);
        assertThat(Percentiles.of(List.of(7.0)).at(0.95)).isEqualTo(7);
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThat(Percentiles.of(List.of()).at(0.95)).isNaN();
    }

    @Test
    void writesTheReportInItsFixedForm(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("spine.json");

        BenchReport.of(folder, "spine", 42, Map.of("rate", 200), List.of(new Metric("rows_lost", 0, "rows")))
                .write(file);

        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("name", "commit", "cores", "seed", "inputs", "metrics");
        assertThat(json.at("/metrics/0/name").asText()).isEqualTo("rows_lost");
        assertThat(json.at("/inputs/rate").asInt()).isEqualTo(200);
        assertThat(json.at("/commit").asText()).isEqualTo("unknown");
    }
}
