package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.citybrain.gateway.CountedTables;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.Forked;
import org.citybrain.gateway.capture.FileSink;
import org.citybrain.gateway.source.SourceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the capturing process, and once the server, while the source changes and a table of it is rewritten; compares every
 * row and every change.
 */
class KilledMariaDbTest {
    private static final int ROUNDS = 4;
    private static final int SERVER_TOO = 1;
    private static final int REWRITTEN = 2;
    private final Random random = new Random(11);

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        try (MariaDbTestServer server = new MariaDbTestServer(folder.resolve("data"))) {
            CountedTables tables =
                    new CountedTables(() -> server.address("fund").openMariaDb(), 3_000, random);
            tables.make("seq_1_to_3000");
            tables.startWriting();
            for (int round = 0; round < ROUNDS; round++) {
                Process process = capture(server);
                // the first time inside the first load, then at any instant of a running stream
                long before = size();
                Eventually.eventually(CapturedFund.LIMIT, "batches flow", () -> size() > before);
                Thread.sleep(round == 0 ? 0 : random.nextInt(1_200));
                if (round == SERVER_TOO) {
                    server.kill();
                    server.start();
                }
                if (round == REWRITTEN) {
                    server.execute("fund", "ALTER TABLE a MODIFY id bigint, MODIFY v varchar(30)");
                    // somewhere in the reload that follows
                    Thread.sleep(random.nextInt(5_000));
                }
                Forked.kill(process);
            }
            tables.stopWriting();
            Process process = capture(server);
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

    private Process capture(MariaDbTestServer server) throws IOException {
        SourceAddress address = server.address("fund");
        return Forked.start(
                MariaDbCaptureProcess.class,
                folder.resolve("log.txt"),
                folder.toString(),
                Integer.toString(address.port()),
                address.user(),
                address.password());
    }
}
