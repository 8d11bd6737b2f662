package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is not the one the gateway stopped at: cut off before it was read, or set back to an older day. */
class ChangedHistoryTest {
    @TempDir
    private Path folder;

    private MariaDbTestServer server;
    private CapturedFund fund;

    @BeforeEach
    void startFund() throws Exception {
        server = new MariaDbTestServer(folder.resolve("data"));
        fund = new CapturedFund(server, folder.resolve("gateway"));
        server.execute(
                "fund",
                "CREATE TABLE account(id int PRIMARY KEY, v int)",
                "INSERT INTO account VALUES (1, 1), (2, 1)",
                "CREATE TABLE untouched(id int PRIMARY KEY)",
                "INSERT INTO untouched VALUES (1)");
        fund.start();
        fund.awaitRecords("test.account", 2);
        fund.awaitRecords("test.untouched", 1);
    }

    @AfterEach
    void stopFund() throws Exception {
        fund.stop();
        server.close();
    }

    @Test
    void sendsWhatAPurgedLogKeptBack() throws Exception {
        fund.stop();
        server.execute(
                "fund",
                "INSERT INTO account VALUES (3, 1)",
                "DELETE FROM account WHERE id = 1",
                "FLUSH BINARY LOGS",
                "RESET MASTER TO 9");
        fund.start();
        fund.awaitFinding("test.account GW-105");
        assertThat(fund.awaitRecords("test.account", 4).subList(2, 4))
                .extracting(ChangeRecord::op, ChangeRecord::before, ChangeRecord::after)
                .containsExactly(tuple('d', List.of("1", "1"), null), tuple('c', null, List.of("3", "1")));
        assertThat(fund.awaitRecords("test.untouched", 1)).hasSize(1);
    }

    @Test
    void takesAwayTheRowsThatABackupLost() throws Exception {
        server.stop();
        copy(server.folder(), folder.resolve("backup"));
        server.start();
        server.execute("fund", "INSERT INTO account VALUES (3, 1)", "UPDATE account SET v = 2");
        fund.awaitRecords("test.account", 6);
        server.stop();
        delete(server.folder());
        copy(folder.resolve("backup"), server.folder());
        server.start();
        server.execute("fund", "INSERT INTO account VALUES (4, 4)");
        fund.awaitFinding("test.account GW-106");
        assertThat(fund.awaitRecords("test.account", 10).subList(6, 10))
                .extracting(ChangeRecord::op, ChangeRecord::before, ChangeRecord::after)
                .containsExactlyInAnyOrder(
                        tuple('u', List.of("1", "2"), List.of("1", "1")),
                        tuple('u', List.of("2", "2"), List.of("2", "1")),
                        tuple('d', List.of("3", "2"), null),
                        tuple('c', null, List.of("4", "4")));
        fund.awaitFinding("test.account GW-108");
        server.execute("fund", "DELETE FROM account WHERE id = 1");
        assertThat(fund.awaitRecords("test.account", 11).getLast().op()).isEqualTo('d');
    }

    @Test
    void saysWhichTableABackupLacksAndKeepsItsRowsUntilItComesAgain() throws Exception {
        server.stop();
        copy(server.folder(), folder.resolve("backup"));
        server.start();
        server.execute(
                "fund", "CREATE TABLE late(id int PRIMARY KEY, v int)", "INSERT INTO late VALUES (1, 1), (2, 2)");
        fund.awaitRecords("test.late", 2);
        server.stop();
        delete(server.folder());
        copy(folder.resolve("backup"), server.folder());
        server.start();
        fund.awaitFinding("test.late GW-111");
        assertThat(fund.awaitRecords("test.late", 2))
                .as("nothing is taken away")
                .hasSize(2);
        server.execute("fund", "CREATE TABLE late(id int PRIMARY KEY, v int)", "INSERT INTO late VALUES (2, 3)");
        assertThat(fund.awaitRecords("test.late", 4).subList(2, 4))
                .extracting(ChangeRecord::op, ChangeRecord::before, ChangeRecord::after)
                .containsExactlyInAnyOrder(
                        tuple('d', List.of("1", "1"), null), tuple('u', List.of("2", "2"), List.of("2", "3")));
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
