package org.citybrain.gateway.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.gateway.source.Attempts;
import org.citybrain.gateway.source.Source;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.text.Bilingual;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures every user table of one PostgreSQL database: first loads, then the stream of changes. Tables that appear later
 * are taken in while it runs. Any failure of the source is retried without end.
 */
public final class PostgresSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSource.class);
    private static final Duration LOOK_FOR_TABLES = Duration.ofSeconds(3);
    private static final Duration SLOT_FREE = Duration.ofSeconds(15);
    private static final Duration RETRY_REFUSED = Duration.ofMinutes(1);
    private static final Duration TICK = Duration.ofSeconds(20);
    private static final Duration RUNNING_TRANSACTIONS = Duration.ofSeconds(60);

    private final String department;
    private final SourceAddress address;
    private final String name;
    private final Path folder;
    private final Health health;
    private final SchemaListener schemas;
    private final SourceFindings findings;
    private final CaptureState state;
    private final SentBatches sent;
    private final SourceHistory history;
    private final RewrittenTables rewritten;

    /**
     * A source.
     *
     * @param gateway name of the gateway; slot and publication carry it and the department's
     * @param folder where this source keeps its state
     * @param sent what was sent before, for tables that are loaded again
     */
    public PostgresSource(
            String gateway,
            String department,
            SourceAddress address,
            Path folder,
            Health health,
            SchemaListener schemas,
            SourceFindings findings,
            SentBatches sent) {
        this.department = department;
        this.address = address;
        this.name = slotName(gateway, department);
        this.folder = folder;
        this.health = health;
        this.schemas = schemas;
        this.findings = findings;
        this.state = new CaptureState(folder.resolve("capture.json"));
        this.sent = sent;
        this.history = new SourceHistory(folder.resolve("history.json"));
        this.rewritten = new RewrittenTables(state, findings);
    }

    /** Name of the slot and publication of a gateway and department, within PostgreSQL's 63 characters. */
    static String slotName(String gateway, String department) {
        String plain = ("cb_" + gateway + "_" + department)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9_]", "_");
        return plain.length() <= 63 ? plain : plain.substring(0, 52) + "_" + Integer.toHexString(plain.hashCode());
    }

    @Override
    public String describe() {
        return "postgres " + address.database();
    }

    @Override
    public void run(Outbox outbox) throws InterruptedException {
        Attempts.run(department, reason -> health.down(describe(), reason), outbox, () -> capture(outbox));
    }

    // one connection's time: set up, load what waits, stream until tables appear or something fails
    private void capture(Outbox outbox) throws SQLException, IOException, InterruptedException {
        try (Connection connection = address.open()) {
            SourceServer server = new SourceServer(connection, name);
            leaveOldHistory(server);
            server.ensurePublication();
            Set<Long> postponed = new HashSet<>();
            register(server, connection, postponed);
            if (server.ensureSlot()) {
                slotMade();
            }
            publishWaiting(server, connection, postponed);
            history.visit(server);
            announceFlowing();
            while (true) {
                if (server.awaitRunningTransactions(RUNNING_TRANSACTIONS)) {
                    new FirstLoads(folder.resolve("spool"), state, outbox, health, schemas, findings, sent)
                            .run(connection);
                } else {
                    health.note(describe(), "waits for long transactions at the source before a first load");
                }
                stream(outbox, server, connection);
                register(server, connection, postponed);
            }
        }
    }

    private void announceFlowing() {
        for (TableState table : state.all()) {
            if (table.phase() == TableState.Phase.FLOWING) {
                schemas.schemaSeen(table.resource(), table.table());
            }
        }
    }

    // a database that is not the one that was captured: its log says nothing of what lies between the two
    private void leaveOldHistory(SourceServer server) throws SQLException, IOException, InterruptedException {
        Optional<Bilingual> broken = history.brokenBy(server);
        if (broken.isEmpty()) {
            return;
        }
        LOG.warn(
                "{} was set back, all tables are compared: {}",
                department,
                broken.get().en());
        Files.deleteIfExists(folder.resolve("debezium.offset"));
        for (TableState table : loaded()) {
            findings.setBack(table.resource(), broken.get());
            state.put(table.again());
        }
        server.dropSlot(SLOT_FREE);
    }

    // a new slot after tables flowed: what happened in between is unknown, so all are loaded again
    private void slotMade() throws IOException {
        Files.deleteIfExists(folder.resolve("debezium.offset"));
        for (TableState table : loaded()) {
            findings.slotLost(table.resource());
            state.put(table.again());
        }
    }

    private List<TableState> loaded() {
        return state.all().stream()
                .filter(table -> table.phase() == TableState.Phase.FLOWING || table.phase() == TableState.Phase.SPOOLED)
                .toList();
    }

    // a restored database may have lost the publication or tables of it
    private void publishWaiting(SourceServer server, Connection connection, Set<Long> refused) throws SQLException {
        for (SourceTable table : SourceCatalogue.tables(connection)) {
            TableState known = state.find(table.id()).orElse(null);
            if (known != null && known.phase() == TableState.Phase.PENDING && known.generation() > 0) {
                publish(server, known.withTable(table), refused);
            }
        }
    }

    private void register(SourceServer server, Connection connection, Set<Long> refused) throws SQLException {
        for (SourceTable table : unknown(connection)) {
            // one that was refused before its first load never sent anything
            TableState pending = state.find(table.id())
                    .filter(known -> known.phase() != TableState.Phase.REFUSED || known.generation() > 0)
                    .map(known -> known.again(table))
                    .orElseGet(() -> TableState.pending(table, department + "." + table.slug(), 0));
            publish(server, pending, refused);
        }
    }

    private void publish(SourceServer server, TableState pending, Set<Long> refused) {
        SourceTable table = pending.table();
        try {
            server.publish(table);
            refused.remove(table.oid());
            state.put(pending);
        } catch (SQLException e) {
            state.put(pending.refused(String.valueOf(e.getMessage())));
            if (refused.add(table.oid())) {
                findings.refused(pending.resource(), table.id(), String.valueOf(e.getMessage()));
            }
        }
    }

    private List<SourceTable> unknown(Connection connection) throws SQLException {
        return SourceCatalogue.tables(connection).stream()
                .filter(table -> state.find(table.id())
                        .map(known -> known.table().oid() != table.oid() || known.phase() == TableState.Phase.REFUSED)
                        .orElse(true))
                .toList();
    }

    private void stream(Outbox outbox, SourceServer server, Connection connection)
            throws SQLException, InterruptedException {
        server.awaitSlotFree(SLOT_FREE);
        ChangeReader reader = new ChangeReader(SourceCatalogue.typeNames(connection), server.slotPosition());
        ChangeHandler handler = new ChangeHandler(state, outbox, reader, schemas, findings);
        try (CaptureEngine engine = new CaptureEngine(address, name, folder.resolve("debezium.offset"), handler)) {
            engine.start();
            health.up(describe(), state.all().size() + " tables");
            long nextTick = 0;
            long nextLook = System.nanoTime() + LOOK_FOR_TABLES.toNanos();
            long nextRefused = System.nanoTime() + RETRY_REFUSED.toNanos();
            while (engine.isRunning() && engine.failure() == null) {
                Thread.sleep(200);
                outbox.acknowledged();
                long now = System.nanoTime();
                if (now - nextTick > 0) {
                    server.tick();
                    history.visit(server);
                    nextTick = now + TICK.toNanos();
                }
                if (now - nextLook > 0) {
                    rewritten.look(connection);
                    boolean retry = now - nextRefused > 0;
                    if (unknown(connection).stream().anyMatch(table -> retry || !isRefused(table)) || isWaiting()) {
                        return;
                    }
                    nextLook = now + LOOK_FOR_TABLES.toNanos();
                }
            }
            Throwable failure = engine.failure();
            throw new SQLException(
                    "The change stream ended: " + (failure == null ? "no reason given" : rootOf(failure)), failure);
        }
    }

    private boolean isRefused(SourceTable table) {
        return state.find(table.id())
                .map(known -> known.phase() == TableState.Phase.REFUSED
                        && known.table().oid() == table.oid())
                .orElse(false);
    }

    private boolean isWaiting() {
        return state.all().stream().anyMatch(table -> table.phase() == TableState.Phase.PENDING);
    }

    private static String rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** States of the captured tables. */
    public List<TableState> tables() {
        return state.all();
    }
}
