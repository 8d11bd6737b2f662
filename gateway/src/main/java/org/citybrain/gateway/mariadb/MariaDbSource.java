package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.citybrain.gateway.binlog.CharacterSets;
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
 * Captures every table of one MariaDB database: first loads, then the log. Tables that appear later are taken in while it
 * runs. Any failure of the source is retried without end.
 */
public final class MariaDbSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbSource.class);
    private static final Duration LOOK_FOR_TABLES = Duration.ofSeconds(3);
    private static final Duration RETRY_REFUSED = Duration.ofMinutes(1);

    private final String department;
    private final SourceAddress address;
    private final String name;
    private final Path folder;
    private final Health health;
    private final MariaDbSchemaListener schemas;
    private final MariaDbFindings findings;
    private final MariaDbState state;
    private final SentBatches sent;
    private final Set<String> told = new HashSet<>();

    /**
     * A source.
     *
     * @param gateway name of the gateway
     * @param folder where this source keeps its state
     * @param sent what was sent before, for tables that are loaded again
     */
    public MariaDbSource(
            String gateway,
            String department,
            SourceAddress address,
            Path folder,
            Health health,
            MariaDbSchemaListener schemas,
            MariaDbFindings findings,
            SentBatches sent) {
        this.department = department;
        this.address = address;
        this.name = gateway + "-" + department;
        this.folder = folder;
        this.health = health;
        this.schemas = schemas;
        this.findings = findings;
        this.state = new MariaDbState(folder);
        this.sent = sent;
    }

    @Override
    public String describe() {
        return "mariadb " + address.database();
    }

    @Override
    public void run(Outbox outbox) throws InterruptedException {
        Attempts.run(department, reason -> health.down(describe(), reason), outbox, () -> capture(outbox));
    }

    // one connection's time: check the log, load what waits, follow until tables appear or something fails
    private void capture(Outbox outbox) throws SQLException, IOException, InterruptedException {
        try (Connection connection = address.openMariaDb()) {
            MariaDbServer server = new MariaDbServer(connection);
            Optional<Bilingual> refusal = server.refusal();
            if (refusal.isPresent()) {
                throw new SQLException(
                        refusal.get().zh() + " · " + refusal.get().en());
            }
            LogMark mark = mark(server);
            announceFlowing();
            while (true) {
                register(connection);
                new MariaDbLoads(folder.resolve("spool"), state, outbox, health, schemas, findings, sent)
                        .run(connection);
                mark = follow(outbox, connection, mark);
            }
        }
    }

    // before the first load, so that everything behind the load is read; checked each time whether it is the same log
    // still
    private LogMark mark(MariaDbServer server) throws SQLException {
        LogMark mark = state.mark();
        if (mark != null) {
            LogMark.Fate fate = hasLoadsBeyond(server.end()) ? LogMark.Fate.OTHER : mark.fate(server);
            if (fate == LogMark.Fate.SAME) {
                return mark;
            }
            LOG.warn("The log of {} is {} behind {}: all tables are loaded again", department, fate, mark.place());
            for (MariaDbTableState table : state.all()) {
                loadAgain(table, mark, fate);
            }
        }
        LogMark end = server.end();
        state.mark(end);
        return end;
    }

    // a load reads ahead of the mark: where the log ends before it, the server was set back between the two
    private boolean hasLoadsBeyond(LogMark end) {
        return state.all().stream()
                .filter(table -> table.phase() == MariaDbTableState.Phase.FLOWING
                        || table.phase() == MariaDbTableState.Phase.SPOOLED)
                .map(MariaDbTableState::seen)
                .anyMatch(seen -> seen != null && seen.compareTo(end.place()) > 0);
    }

    private void loadAgain(MariaDbTableState table, LogMark mark, LogMark.Fate fate) {
        if (table.phase() != MariaDbTableState.Phase.FLOWING && table.phase() != MariaDbTableState.Phase.SPOOLED) {
            return;
        }
        state.put(table.again());
        if (fate == LogMark.Fate.PURGED) {
            findings.purged(table, mark);
        } else {
            findings.setBack(table, mark);
        }
    }

    private void announceFlowing() {
        for (MariaDbTableState table : state.all()) {
            if (table.phase() == MariaDbTableState.Phase.FLOWING) {
                schemas.schemaSeen(table.resource(), table.table());
            }
        }
    }

    private void register(Connection connection) throws SQLException {
        for (MariaDbCatalogue.Listed listed : waiting(connection, true)) {
            MariaDbTable table = listed.table();
            // one that was refused before its first load never sent anything
            MariaDbTableState pending = state.find(table.id())
                    .filter(known -> known.phase() != MariaDbTableState.Phase.REFUSED || known.generation() > 0)
                    .map(known -> known.again(table))
                    .orElseGet(() -> MariaDbTableState.pending(table, department + "." + table.slug(), 0));
            if (listed.unread().isEmpty()) {
                state.put(pending);
            } else {
                String columns = String.join(", ", listed.unread());
                Bilingual why =
                        new Bilingual("这些列的类型不能读取：" + columns, "columns of a type that is not read: " + columns);
                MariaDbTableState refused = pending.refused(why.zh() + " · " + why.en());
                state.put(refused);
                if (told.add(table.id() + refused.reason())) {
                    findings.refused(refused, why);
                }
            }
        }
    }

    // unknown tables, those that came again, and those refused when they are to be tried again
    private List<MariaDbCatalogue.Listed> waiting(Connection connection, boolean refused) throws SQLException {
        return MariaDbCatalogue.tables(connection).stream()
                .filter(listed -> state.find(listed.table().id())
                        .map(known -> known.phase() == MariaDbTableState.Phase.GONE
                                || refused && known.phase() == MariaDbTableState.Phase.REFUSED)
                        .orElse(true))
                .toList();
    }

    private boolean isEmptied() {
        return state.all().stream().anyMatch(table -> table.phase() == MariaDbTableState.Phase.PENDING);
    }

    // until tables wait; from where it goes on then
    private LogMark follow(Outbox outbox, Connection connection, LogMark mark)
            throws SQLException, InterruptedException {
        CharacterSets sets = new CharacterSets(address, connection);
        LogHandler handler = new LogHandler(mark, state, outbox, schemas, findings, sets);
        try (LogReader reader = new LogReader(address, name, mark.place(), handler)) {
            reader.start();
            health.up(describe(), state.all().size() + " tables");
            long nextLook = System.nanoTime() + LOOK_FOR_TABLES.toNanos();
            long nextRefused = System.nanoTime() + RETRY_REFUSED.toNanos();
            while (reader.failure() == null) {
                Thread.sleep(100);
                handler.moveMark();
                long now = System.nanoTime();
                if (now - nextLook > 0) {
                    if (isEmptied()
                            || !waiting(connection, now - nextRefused > 0).isEmpty()) {
                        return Objects.requireNonNull(state.mark());
                    }
                    nextLook = now + LOOK_FOR_TABLES.toNanos();
                }
            }
            Throwable failure = reader.failure();
            throw new SQLException("The log's stream ended: " + failure, failure);
        }
    }

    /** States of the captured tables. */
    public List<MariaDbTableState> tables() {
        return state.all();
    }
}
