package org.citybrain.samplecity.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.citybrain.samplecity.tables.RowSink;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void givesTheSameRowsForTheSameSeedAndOthersForAnother() {
        assertThat(digest(42, 3_000)).isEqualTo(digest(42, 3_000)).isNotEqualTo(digest(43, 3_000));
    }

    @Test
    void keepsNoRowsSoThatMemoryDoesNotGrowWithTheCity() {
        long[] used = new long[2];
        long[] met = {0};
        RecordedCity.walk(
                42,
                60_000,
                (table, values) -> {},
                life -> {
                    met[0] += life.household().present().size();
                    if (used[0] == 0 && met[0] > 20_000) {
                        used[0] = usedMebibytes();
                    } else if (used[1] == 0 && met[0] > 59_000) {
                        used[1] = usedMebibytes();
                    }
                },
                firm -> {});
        // 39,000 residents' rows would be some 100 MiB; employers, villages and numbers stay below a few.
        assertThat(used[1] - used[0]).isLessThan(12);
    }

    private static long usedMebibytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    }

    private static long digest(long seed, int residents) {
        CRC32C sum = new CRC32C();
        RowSink sink = (table, values) -> {
            sum.update(table.name().hashCode());
            sum.update(Arrays.toString(values).getBytes(StandardCharsets.UTF_8));
        };
        RecordedCity.walk(seed, residents, sink, life -> {}, firm -> {});
        return sum.getValue();
    }
}
