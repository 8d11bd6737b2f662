package org.citybrain.gateway.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.keyed.Reload;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.kernel.schema.SchemaVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads tables: spool, send, wait for the acknowledgement. A table that was loaded before is compared with what was sent
 * of it, and only the difference is sent. A kill at any step goes on from it.
 */
final class FirstLoads {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLoads.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);

    private final Path folder;
    private final CaptureState state;
    private final Outbox outbox;
    private final Health health;
    private final SchemaListener schemas;
    private final SourceFindings findings;
    private final SentBatches sent;

    FirstLoads(
            Path folder,
            CaptureState state,
            Outbox outbox,
            Health health,
            SchemaListener schemas,
            SourceFindings findings,
            SentBatches sent) {
        this.folder = folder;
        this.state = state;
        this.outbox = outbox;
        this.health = health;
        this.schemas = schemas;
        this.findings = findings;
        this.sent = sent;
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
        SourceTable seen = now(connection, table.table());
        for (int attempt = 0; ; attempt++) {
            SnapshotView view;
            try {
                view = TableSnapshot.spool(connection, seen, spoolOf(table));
            } catch (SQLException e) {
                if (!connection.isValid(5)) {
                    throw e;
                }
                if (isGone(connection, seen)) {
                    findings.missing(table.resource(), seen.id());
                } else {
                    findings.refused(table.resource(), seen.id(), String.valueOf(e.getMessage()));
                }
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

    private static boolean isGone(Connection connection, SourceTable table) throws SQLException {
        return SourceCatalogue.tables(connection).stream().noneMatch(other -> other.oid() == table.oid());
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
        String part = "load " + table.resource();
        long rows = table.generation() == 0 ? loaded(table, part) : compared(table);
        state.put(table.flowing(rows));
        Files.deleteIfExists(spoolOf(table));
        health.clear(part);
        LOG.info("Loaded {}: {} rows in {} ms", table.resource(), rows, (System.nanoTime() - start) / 1_000_000);
    }

    private long loaded(TableState table, String part) throws IOException, InterruptedException {
        SchemaVersion version = table.table().version();
        LoadBatches batches = new LoadBatches(outbox, findings, table.resource(), version, 0, takenAt(table));
        long rows = TableSnapshot.read(
                spoolOf(table), version.fields().size(), batches::add, sent -> health.note(part, sent + " rows sent"));
        batches.flush();
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The first load of " + table.resource() + " was not acknowledged in time");
        }
        return rows;
    }

    private long compared(TableState table) throws IOException, InterruptedException {
        SchemaVersion version = table.table().version();
        AtomicLong rows = new AtomicLong();
        new Reload(sent, outbox, health, findings.publisher())
                .run(
                        new Reload.Target(
                                table.resource(), version, table.sentAs(), table.generation(), takenAt(table)),
                        folder,
                        taker -> rows.set(read(table, version.fields().size(), taker)));
        return rows.get();
    }

    private long read(TableState table, int fields, Reload.RowTaker taker) throws IOException, InterruptedException {
        return TableSnapshot.read(spoolOf(table), fields, (number, row) -> taker.row(number, row.texts()), rows -> {});
    }

    private static long takenAt(TableState table) {
        return table.view() == null ? 0 : table.view().takenAtMicros();
    }

    private Path spoolOf(TableState table) {
        return folder.resolve(table.table().oid() + "-" + table.generation() + ".copy");
    }
}
