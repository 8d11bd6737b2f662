package org.citybrain.gateway.capture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.citybrain.gateway.BothSides;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.finding.Finding;

/** An embedded PostgreSQL with one department's database and its capture into memory. */
final class DepartmentDatabase implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port;
    private EmbeddedPostgres postgres;
    final Path folder;
    final MemorySink sink = new MemorySink();
    final Health health = new Health();
    final List<String> schemas = new CopyOnWriteArrayList<>();
    final List<String> findings = new CopyOnWriteArrayList<>();
    final List<Finding> told = new CopyOnWriteArrayList<>();
    private Outbox outbox;
    private Thread running;

    DepartmentDatabase(Path folder) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.postgres = startServer();
    }

    private EmbeddedPostgres startServer() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setServerConfig("wal_level", "logical")
                .setServerConfig("max_wal_senders", "8")
                .setServerConfig("max_replication_slots", "8")
                .setServerConfig("wal_sender_timeout", "0")
                .start();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Copies the files of a server that stands still, then goes on. */
    void backUp(Path to) throws IOException {
        kill();
        copy(data(), to);
        postgres = startServer();
    }

    /** Ends the server at once, as a power cut does, and starts it again. */
    void crash() throws Exception {
        kill();
        postgres = startServer();
    }

    // the server and every process of it; its lock is given back by closing what is left
    private void kill() throws IOException {
        Path pid = data().resolve("postmaster.pid");
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().trim()))
                .orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        Files.delete(pid);
        postgres.close();
    }

    /** Puts the files of a backup in place of the server's. */
    void restore(Path from) throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        copy(from, data());
        postgres = startServer();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    SourceAddress address() {
        return new SourceAddress("127.0.0.1", port, "postgres", "postgres", "postgres");
    }

    void execute(String... statements) {
        try (Connection connection = address().open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the capture's place in the log away; the server lets go of it a moment after the capture has ended. */
    void dropSlot() {
        Eventually.eventually(LIMIT, "the slot is free", this::isFree);
        execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
    }

    private boolean isFree() throws SQLException {
        try (Connection connection = address().open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT FROM pg_replication_slots WHERE active")) {
            return !found.next();
        }
    }

    void startCapture() throws IOException {
        DepartmentKey key = DepartmentKey.of("test@3609", folder.resolve("key"), java.time.Clock.systemUTC());
        outbox = Outbox.open(
                "test", "test@3609", key.newSigner(), folder.resolve("journal"), sink, java.time.Clock.systemUTC());
        PostgresSource source = new PostgresSource(
                "gateway-t",
                "test",
                address(),
                folder.resolve("postgres"),
                health,
                (resource, table) -> schemas.add(resource + " "
                        + table.version().fields().stream()
                                .map(field -> field.name() + ":" + field.sourceType())
                                .toList()),
                new SourceFindings((resource, found) -> found.forEach(f -> {
                    findings.add(resource + " " + f.code());
                    told.add(f);
                })),
                sink);
        running = Thread.ofPlatform().start(() -> {
            try {
                source.run(outbox);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void stopCapture() throws InterruptedException {
        running.interrupt();
        running.join(20_000);
        outbox.close();
    }

    /** Closes the outbox under the running capture: everything after that instant is lost, as in a kill. */
    void killCapture() throws InterruptedException {
        outbox.close();
        running.interrupt();
        running.join(20_000);
    }

    List<ChangeRecord> awaitRecords(String resource, int count) {
        Eventually.eventually(
                LIMIT,
                count + " records of " + resource + ", health " + health.parts(),
                () -> sink.records(resource).size() >= count);
        return new ArrayList<>(sink.records(resource));
    }

    /** Waits until the receiver has the rows of a table that the source has; see {@link BothSides#received}. */
    void awaitEqual(String table, int keyColumns) {
        Eventually.eventually(
                LIMIT,
                "received rows of " + table + " are the source's: " + health.parts(),
                () -> received(table, keyColumns).equals(source(table)));
    }

    /** The same by the records' own keys, each of which begins and ends once. */
    void awaitExact(String table) {
        Eventually.eventually(
                LIMIT,
                "standing rows of " + table + " are the source's: " + health.parts(),
                () -> BothSides.standing(sink.records("test." + table)).equals(source(table)));
    }

    private List<List<String>> source(String table) throws SQLException {
        try (Connection connection = address().open()) {
            return BothSides.source(connection, table);
        }
    }

    List<List<String>> received(String table, int keyColumns) {
        return BothSides.received(sink.records("test." + table), keyColumns);
    }

    void awaitFinding(String finding) {
        Eventually.eventually(LIMIT, finding + " in " + findings, () -> findings.contains(finding));
    }

    java.util.Set<Long> fingerprints(String resource) {
        return sink.accepted(resource).stream()
                .map(batch -> batch.header().schemaFingerprint())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public void close() throws Exception {
        if (running != null && running.isAlive()) {
            stopCapture();
        }
        postgres.close();
    }
}
