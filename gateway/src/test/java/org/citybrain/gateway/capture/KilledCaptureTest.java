package org.citybrain.gateway.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.citybrain.gateway.CountedTables;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.Forked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the capturing process with SIGKILL while its source changes, and compares every row and every change. */
class KilledCaptureTest {
    private static final int ROUNDS = 6;
    private final Random random = new Random(11);

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        try (DepartmentDatabase database = new DepartmentDatabase(folder)) {
            CountedTables tables = new CountedTables(() -> database.address().open(), 5_000, random);
            tables.make("generate_series(1, 5000) AS numbers(seq)");
            tables.startWriting();
            for (int round = 0; round < ROUNDS; round++) {
                Process process = capture(database);
                // at any instant of a running stream, the first time inside the first load
                long before = size();
                Eventually.eventually(DepartmentDatabase.LIMIT, "batches flow", () -> size() > before);
                Thread.sleep(round == 0 ? 0 : random.nextInt(1_200));
                Forked.kill(process);
            }
            tables.stopWriting();
            Process process = capture(database);
            try {
                for (String table : List.of("a", "b")) {
                    tables.assertReceived(table, () -> FileSink.records(folder.resolve("received"), "test." + table));
                }
            } finally {
                Forked.kill(process);
            }
        }
    }

    private long size() throws IOException {
        Path received = folder.resolve("received");
        return Files.exists(received) ? Files.size(received) : 0;
    }

    private Process capture(DepartmentDatabase database) throws IOException {
        return Forked.start(
                CaptureProcess.class,
                folder.resolve("log.txt"),
                folder.toString(),
                Integer.toString(database.address().port()),
                "postgres");
    }
}
