package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.citybrain.gateway.BothSides;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.kernel.batch.ChangeRecord;

/** The capture of a test server's database {@code fund} into memory. */
final class CapturedFund {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final MariaDbTestServer server;
    private final Path folder;
    final MemorySink sink = new MemorySink();
    final Health health = new Health();
    final List<String> schemas = new CopyOnWriteArrayList<>();
    final List<String> findings = new CopyOnWriteArrayList<>();
    private Outbox outbox;
    private Thread running;

    CapturedFund(MariaDbTestServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    void start() throws IOException {
        DepartmentKey key = DepartmentKey.of("test@3609", folder.resolve("key"), Clock.systemUTC());
        outbox = Outbox.open("test", "test@3609", key.newSigner(), folder.resolve("journal"), sink, Clock.systemUTC());
        MariaDbSource source = new MariaDbSource(
                "gateway-t",
                "test",
                server.address("fund"),
                folder.resolve("mariadb"),
                health,
                (resource, table) -> schemas.add(resource + " "
                        + table.version().fields().stream()
                                .map(field -> field.name() + ":" + field.sourceType())
                                .toList()),
                told(),
                sink);
        running = Thread.ofPlatform().start(() -> {
            try {
                source.run(outbox);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(20_000);
            outbox.close();
            running = null;
        }
    }

    /** What the capture keeps, for one that has stopped. */
    MariaDbState state() {
        return new MariaDbState(folder.resolve("mariadb"));
    }

    Outbox outbox() {
        return outbox;
    }

    MariaDbFindings told() {
        return new MariaDbFindings((resource, found) -> found.forEach(f -> findings.add(resource + " " + f.code())));
    }

    List<ChangeRecord> awaitRecords(String resource, int count) {
        Eventually.eventually(
                LIMIT,
                count + " records of " + resource + ", has "
                        + sink.records(resource).size() + ", health " + health.parts(),
                () -> sink.records(resource).size() >= count);
        return new ArrayList<>(sink.records(resource));
    }

    void awaitFinding(String finding) {
        Eventually.eventually(LIMIT, finding, () -> findings.contains(finding));
    }

    /** Waits until the receiver has the rows of a table, keyed by its first column, that the source has. */
    void awaitEqual(String table) {
        Eventually.eventually(
                LIMIT,
                "received rows of " + table + " are the source's: " + health.parts(),
                () -> received(table).equals(source(table)));
    }

    /** The same by the records' own keys, each of which begins and ends once. */
    void awaitExact(String table) {
        Eventually.eventually(
                LIMIT,
                "standing rows of " + table + " are the source's: " + health.parts(),
                () -> BothSides.standing(sink.records("test." + table)).equals(source(table)));
    }

    private List<List<String>> source(String table) throws SQLException {
        try (Connection connection = server.address("fund").openMariaDb()) {
            return BothSides.source(connection, table);
        }
    }

    List<List<String>> received(String table) {
        return BothSides.received(sink.records("test." + table), 1);
    }

    Set<Long> fingerprints(String resource) {
        return sink.accepted(resource).stream()
                .map(batch -> batch.header().schemaFingerprint())
                .collect(Collectors.toSet());
    }
}
