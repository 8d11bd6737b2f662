package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is not the one the gateway stopped at: cut off before it was read, or set back to an older day. */
class ChangedHistoryTest {
    @Test
    void tellsOfAPurgedLogAndOfARestoredBackupAndLoadsAgain(@TempDir Path folder) throws Exception {
        try (MariaDbTestServer server = new MariaDbTestServer(folder.resolve("data"))) {
            CapturedFund fund = new CapturedFund(server, folder.resolve("gateway"));
            server.execute(
                    "fund", "CREATE TABLE account(id int PRIMARY KEY, v int)", "INSERT INTO account VALUES (1, 1)");
            fund.start();
            fund.awaitRecords("test.account", 1);
            fund.stop();

            server.execute("fund", "INSERT INTO account VALUES (2, 1)", "FLUSH BINARY LOGS", "RESET MASTER TO 9");
            fund.start();
            fund.awaitFinding("test.account GW-105");
            assertThat(fund.awaitRecords("test.account", 3).subList(1, 3))
                    .extracting(ChangeRecord::op, ChangeRecord::after)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple('r', List.of("1", "1")),
                            org.assertj.core.groups.Tuple.tuple('r', List.of("2", "1")));

            server.stop();
            copy(server.folder(), folder.resolve("backup"));
            server.start();
            server.execute("fund", "INSERT INTO account VALUES (3, 1)", "UPDATE account SET v = 2");
            fund.awaitRecords("test.account", 7);
            server.stop();
            delete(server.folder());
            copy(folder.resolve("backup"), server.folder());
            server.start();
            server.execute("fund", "INSERT INTO account VALUES (4, 4)");
            fund.awaitFinding("test.account GW-106");
            List<ChangeRecord> records = fund.awaitRecords("test.account", 10);
            assertThat(records.subList(7, 10))
                    .extracting(ChangeRecord::after)
                    .containsExactlyInAnyOrder(List.of("1", "1"), List.of("2", "1"), List.of("4", "4"));
            fund.stop();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
