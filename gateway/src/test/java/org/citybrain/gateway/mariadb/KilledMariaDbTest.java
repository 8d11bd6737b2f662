package org.citybrain.gateway.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.capture.FileSink;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.batch.ChangeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the capturing process, and once the server, while the source changes; compares every row and every change. */
class KilledMariaDbTest {
    private static final int ROUNDS = 3;
    private final Random random = new Random(11);
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private int next = 3_000;

    @Test
    void losesNothingAndRepeatsNothing(@TempDir Path folder) throws Exception {
        try (MariaDbTestServer server = new MariaDbTestServer(folder.resolve("data"))) {
            server.execute(
                    "fund",
                    "CREATE TABLE a(id int PRIMARY KEY, v varchar(40), changes int)",
                    "CREATE TABLE b(id int PRIMARY KEY, v varchar(40), changes int)",
                    "INSERT INTO a SELECT seq, CONCAT('first ', seq), 0 FROM seq_1_to_3000",
                    "INSERT INTO b SELECT seq, CONCAT('first ', seq), 0 FROM seq_1_to_3000");
            Thread writer = Thread.ofPlatform().start(() -> write(server));
            for (int round = 0; round < ROUNDS; round++) {
                Process process = capture(folder, server);
                // the first time inside the first load, then at any instant of a running stream
                long before = size(folder);
                Eventually.eventually(CapturedFund.LIMIT, "batches flow", () -> size(folder) > before);
                Thread.sleep(round == 0 ? 0 : random.nextInt(1_200));
                if (round == 1) {
                    server.kill();
                    server.start();
                }
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            writing.set(false);
            writer.join();
            Process process = capture(folder, server);
            try {
                compare(folder, server, "a");
                compare(folder, server, "b");
            } finally {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        Path received = folder.resolve("received");
        return Files.exists(received) ? Files.size(received) : 0;
    }

    private static Process capture(Path folder, MariaDbTestServer server) throws IOException {
        SourceAddress address = server.address("fund");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MariaDbCaptureProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(address.port()),
                        address.user(),
                        address.password())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
    }

    // transactions over both tables, some rolled back, some with many rows; each change is counted in the row itself
    private void write(MariaDbTestServer server) {
        while (writing.get()) {
            try (Connection connection = server.address("fund").openMariaDb();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                while (writing.get()) {
                    for (int i = random.nextInt(12); i >= 0; i--) {
                        statement.execute(change(random.nextBoolean() ? "a" : "b"));
                    }
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                    Thread.sleep(2);
                }
            } catch (SQLException serverKilled) {
                // what was not committed is not in the source either: the next connection goes on
                next++;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String change(String table) {
        int id = 1 + random.nextInt(3_000);
        return switch (random.nextInt(8)) {
            case 0 -> "INSERT INTO " + table + " VALUES (" + ++next + ", 'new', 0)";
            case 1 -> "DELETE FROM " + table + " WHERE id = " + (3_000 + random.nextInt(next - 2_999));
            case 2 ->
                "UPDATE " + table + " SET v = 'many', changes = changes + 1 WHERE id BETWEEN " + id + " AND "
                        + (id + 40);
            default ->
                "UPDATE " + table + " SET v = 'v" + random.nextInt() + "', changes = changes + 1 WHERE id = " + id;
        };
    }

    private static void compare(Path folder, MariaDbTestServer server, String table) throws Exception {
        Map<String, List<String>> source = rows(server, table);
        Eventually.eventually(
                CapturedFund.LIMIT,
                "all changes of " + table + " received",
                () -> state(received(folder, table)).equals(source));
        List<ChangeRecord> records = received(folder, table);
        assertThat(records).extracting(ChangeRecord::position).doesNotHaveDuplicates();
        // each update raises the row's own count by one, so a lost or repeated change breaks the chain
        Map<List<String>, Integer> counts = new HashMap<>();
        for (ChangeRecord record : records) {
            if (record.op() == 'u') {
                int before = Integer.parseInt(record.before().get(2));
                assertThat(Integer.parseInt(record.after().get(2))).isEqualTo(before + 1);
                assertThat(counts.get(record.key()))
                        .as("%s of %s", record.key(), table)
                        .isEqualTo(before);
            }
            if (record.op() == 'd') {
                counts.remove(record.key());
            } else {
                counts.put(record.key(), Integer.parseInt(record.after().get(2)));
            }
        }
    }

    private static List<ChangeRecord> received(Path folder, String table) throws IOException {
        MemorySink sink = new MemorySink();
        if (Files.exists(folder.resolve("received"))) {
            FileSink.read(folder.resolve("received"))
                    .forEach(message -> sink.send(message.topic(), message.key(), message.value()));
        }
        return sink.records("test." + table);
    }

    private static Map<String, List<String>> state(List<ChangeRecord> records) {
        Map<String, List<String>> rows = new HashMap<>();
        for (ChangeRecord record : records) {
            if (record.after() == null) {
                rows.remove(record.key().getFirst());
            } else {
                rows.put(record.key().getFirst(), record.after());
            }
        }
        return rows;
    }

    private static Map<String, List<String>> rows(MariaDbTestServer server, String table) throws SQLException {
        Map<String, List<String>> rows = new HashMap<>();
        try (Connection connection = server.address("fund").openMariaDb();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            while (found.next()) {
                rows.put(found.getString(1), List.of(found.getString(1), found.getString(2), found.getString(3)));
            }
        }
        return rows;
    }
}
