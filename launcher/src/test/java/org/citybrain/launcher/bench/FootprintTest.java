package org.citybrain.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void countsAChildUnderItsOwnNameAndTheRestAsTheLaunchers() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/smaps_rollup")), "skipped: this system has no smaps_rollup");
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            Footprint footprint = Footprint.of(ProcessHandle.current(), Map.of(child.pid(), "sleeper"));

            assertThat(footprint.mebibytes()).containsOnlyKeys(Footprint.ROOT, "sleeper");
            assertThat(footprint.mebibytes().get("sleeper")).isBetween(0.01, 20.0);
            assertThat(footprint.mebibytes().get(Footprint.ROOT)).isGreaterThan(10.0);
            assertThat(footprint.total())
                    .isEqualTo(footprint.mebibytes().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum());
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void countsNothingForAProcessThatIsGone() throws Exception {
        Process child = new ProcessBuilder("true").start();
        ProcessHandle gone = child.toHandle();
        child.waitFor();

        assertThat(Footprint.of(gone, Map.of()).total()).isZero();
    }
}
