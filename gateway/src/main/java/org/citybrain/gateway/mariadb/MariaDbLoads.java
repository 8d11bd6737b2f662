package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.keyed.Reload;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.kernel.time.Micros;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads tables: spool, send, wait for the acknowledgement. A table that was loaded before is compared with what was sent
 * of it, and only the difference is sent. A kill at any step goes on from it.
 */
final class MariaDbLoads {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbLoads.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 5;
    private static final int PROGRESS_ROWS = 100_000;

    private final Path folder;
    private final MariaDbState state;
    private final Outbox outbox;
    private final Health health;
    private final MariaDbSchemaListener schemas;
    private final MariaDbFindings findings;
    private final SentBatches sent;
    private final Clock clock = Clock.systemUTC();

    MariaDbLoads(
            Path folder,
            MariaDbState state,
            Outbox outbox,
            Health health,
            MariaDbSchemaListener schemas,
            MariaDbFindings findings,
            SentBatches sent) {
        this.folder = folder;
        this.state = state;
        this.outbox = outbox;
        this.health = health;
        this.schemas = schemas;
        this.findings = findings;
        this.sent = sent;
    }

    /** Loads every table that waits for it; the log is not read meanwhile. */
    void run(Connection connection) throws SQLException, IOException, InterruptedException {
        Files.createDirectories(folder);
        for (MariaDbTableState table : state.all()) {
            MariaDbTableState next = table;
            if (next.phase() == MariaDbTableState.Phase.PENDING) {
                next = spool(connection, next);
                state.put(next);
            }
            if (next.phase() == MariaDbTableState.Phase.SPOOLED) {
                send(next);
            }
        }
    }

    private MariaDbTableState spool(Connection connection, MariaDbTableState table) throws SQLException, IOException {
        MariaDbServer server = new MariaDbServer(connection);
        for (int attempt = 1; ; attempt++) {
            Optional<MariaDbCatalogue.Listed> listed = listed(connection, table);
            if (listed.isEmpty()) {
                if (table.generation() > 0) {
                    findings.missing(table);
                }
                return table.gone();
            }
            try {
                BinlogPlace seen = TableSpool.write(connection, server, listed.get(), spoolOf(table));
                // altered while it was read: read again with the columns it has now
                if (isUnaltered(connection, listed.get()) || attempt == ATTEMPTS) {
                    return table.spooled(listed.get().table(), seen, Micros.now(clock));
                }
            } catch (SQLException e) {
                if (!connection.isValid(5)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    String said = String.valueOf(e.getMessage());
                    MariaDbTableState refused = table.refused(said);
                    findings.refused(refused, new Bilingual(said, said));
                    return refused;
                }
            }
        }
    }

    private static boolean isUnaltered(Connection connection, MariaDbCatalogue.Listed listed) throws SQLException {
        return MariaDbCatalogue.tables(connection).stream()
                .anyMatch(other -> other.table().id().equals(listed.table().id())
                        && other.columns().equals(listed.columns()));
    }

    private static Optional<MariaDbCatalogue.Listed> listed(Connection connection, MariaDbTableState table)
            throws SQLException {
        return MariaDbCatalogue.tables(connection).stream()
                .filter(other -> other.table().id().equals(table.table().id()))
                .findFirst();
    }

    private void send(MariaDbTableState table) throws IOException, InterruptedException {
        long start = System.nanoTime();
        schemas.schemaSeen(table.resource(), table.table());
        String part = "load " + table.resource();
        long rows = table.generation() == 0 ? loaded(table, part) : compared(table);
        state.put(table.flowing(rows));
        Files.deleteIfExists(spoolOf(table));
        health.clear(part);
        LOG.info("Loaded {}: {} rows in {} ms", table.resource(), rows, (System.nanoTime() - start) / 1_000_000);
    }

    private long loaded(MariaDbTableState table, String part) throws IOException, InterruptedException {
        SchemaVersion version = table.table().version();
        long rows = TableSpool.read(spoolOf(table), (number, values) -> {
            Position position = new Position(0, 0, number);
            ChangeRecord row = ChangeRecord.of('r', table.takenAtMicros(), position.toString(), version, null, values);
            try {
                outbox.append(table.resource(), version, List.of(row), position);
            } catch (RowTooLargeException e) {
                findings.tooLarge(table.resource(), position.toString(), String.valueOf(e.getMessage()));
            }
            if (number % PROGRESS_ROWS == 0) {
                health.note(part, number + " rows sent");
            }
        });
        if (!outbox.drain(ACKNOWLEDGEMENT)) {
            throw new IOException("The first load of " + table.resource() + " was not acknowledged in time");
        }
        return rows;
    }

    private long compared(MariaDbTableState table) throws IOException, InterruptedException {
        Reload.Target target = new Reload.Target(
                table.resource(), table.table().version(), table.sentAs(), table.generation(), table.takenAtMicros());
        AtomicLong rows = new AtomicLong();
        new Reload(sent, outbox, health, findings.publisher())
                .run(target, folder, taker -> rows.set(TableSpool.read(spoolOf(table), taker::row)));
        return rows.get();
    }

    private Path spoolOf(MariaDbTableState table) {
        return folder.resolve(table.resource() + "-" + table.generation() + ".rows");
    }
}
