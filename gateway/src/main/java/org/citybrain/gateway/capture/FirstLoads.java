package org.citybrain.gateway.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.kernel.schema.SchemaVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads tables for the first time: spool, send, wait for the acknowledgement. A kill at any step goes on from it. */
final class FirstLoads {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLoads.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);

    private final Path folder;
    private final CaptureState state;
    private final Outbox outbox;
    private final Health health;
    private final SchemaListener schemas;
    private final SourceFindings findings;

    FirstLoads(
            Path folder,
            CaptureState state,
            Outbox outbox,
            Health health,
            SchemaListener schemas,
            SourceFindings findings) {
        this.folder = folder;
        this.state = state;
        this.outbox = outbox;
        this.health = health;
        this.schemas = schemas;
        this.findings = findings;
    }

    /** Loads every table that waits for it; the engine must not run meanwhile. */
    void run(Connection connection) throws SQLException, IOException, InterruptedException {
        Files.createDirectories(folder);
        for (TableState table : state.all()) {
            TableState next = table;
            if (next.phase() == TableState.Phase.PENDING) {
                next = spool(connection, next);
                state.put(next);
            }
            if (next.phase() == TableState.Phase.SPOOLED) {
                send(next);
            }
        }
    }

    private TableState spool(Connection connection, TableState table)
            throws SQLException, IOException, InterruptedException {
        SourceTable seen = table.table();
        for (int attempt = 0; ; attempt++) {
            SnapshotView view;
            try {
                view = TableSnapshot.spool(connection, seen, spoolOf(table));
            } catch (SQLException e) {
                if (!connection.isValid(5)) {
                    throw e;
                }
                findings.refused(table.resource(), seen.id(), String.valueOf(e.getMessage()));
                return table.refused(String.valueOf(e.getMessage()));
            }
            SourceTable now = now(connection, seen);
            if (now.version().fingerprint() == seen.version().fingerprint() || attempt == 5) {
                return table.spooled(now, view);
            }
            // altered while it was copied: copy again with the columns it has now
            seen = now;
        }
    }

    private static SourceTable now(Connection connection, SourceTable table) throws SQLException {
        return SourceCatalogue.tables(connection).stream()
                .filter(other -> other.oid() == table.oid())
                .findFirst()
                .orElse(table);
    }

    private void send(TableState table) throws IOException, InterruptedException {
        long start = System.nanoTime();
        schemas.schemaSeen(table.resource(), table.table());
        SchemaVersion version = table.table().version();
        long takenAt = table.view() == null ? 0 : table.view().takenAtMicros();
        String part = "load " + table.resource();
        LoadBatches batches =
                new LoadBatches(outbox, findings, table.resource(), version, table.generation() * 2, takenAt);
        long rows = TableSnapshot.read(
                spoolOf(table), version.fields().size(), batches::add, sent -> health.note(part, sent + " rows sent"));
        batches.flush();
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The first load of " + table.resource() + " was not acknowledged in time");
        }
        state.put(table.flowing(rows));
        Files.deleteIfExists(spoolOf(table));
        health.clear(part);
        LOG.info("Loaded {}: {} rows in {} ms", table.resource(), rows, (System.nanoTime() - start) / 1_000_000);
    }

    private Path spoolOf(TableState table) {
        return folder.resolve(table.table().oid() + "-" + table.generation() + ".copy");
    }
}
