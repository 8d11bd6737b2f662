package org.citybrain.gateway.mariadb;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.citybrain.gateway.binlog.CharacterSets;
import org.citybrain.gateway.binlog.LoggedRows;
import org.citybrain.gateway.binlog.LoggedStatement;
import org.citybrain.gateway.binlog.LoggedTable;
import org.citybrain.gateway.binlog.UnreadableLogException;
import org.citybrain.gateway.lane.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Takes the log's events into the outbox. The mark moves only to the end of a transaction of which every batch, and every
 * batch before it, is acknowledged. Events come on the client's thread; {@link #moveMark} is called by another.
 */
final class LogHandler {
    private static final int STANDALONE = 1;
    private static final int IGNORABLE = 0x80;

    private final MariaDbState state;
    private final Outbox outbox;
    private final MariaDbFindings findings;
    private final CharacterSets sets;
    private final RowChanges changes;
    private final Queue<End> ends = new ConcurrentLinkedQueue<>();
    private final Map<Long, Described> described = new HashMap<>();
    private final Map<String, String> transactions = new TreeMap<>();
    private String file;
    private long offset;
    private @Nullable BinlogPlace begin;
    private boolean standalone;

    private record End(LogMark mark, long ordinal) {}

    /** A table's description; no table where none is captured under its name. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its content where it is
    private record Described(byte[] bytes, @Nullable LoggedTable table) {}

    LogHandler(
            LogMark from,
            MariaDbState state,
            Outbox outbox,
            MariaDbSchemaListener schemas,
            MariaDbFindings findings,
            CharacterSets sets) {
        this.state = state;
        this.outbox = outbox;
        this.findings = findings;
        this.sets = sets;
        this.changes = new RowChanges(state, outbox, schemas, findings);
        this.file = from.place().file();
        this.offset = from.place().offset();
        Arrays.stream(from.transactions().split(",", -1))
                .filter(one -> !one.isEmpty())
                .forEach(this::note);
    }

    /** Takes the next event. */
    void take(Event event) throws InterruptedException {
        EventHeaderV4 header = event.getHeader();
        if (header.getEventType() == EventType.ROTATE) {
            rotate(event.getData(), header);
            return;
        }
        // events made for this reader alone stand nowhere in the file
        boolean inFile = header.getNextPosition() > 0 && header.getEventType() != EventType.HEARTBEAT;
        BinlogPlace at = new BinlogPlace(file, offset);
        if (inFile) {
            offset += Math.max(0, endOf(header) - offset);
        }
        switch (header.getEventType()) {
            case MARIADB_GTID -> begin(event.getData(), at, header);
            case TABLE_MAP -> describe(event.getData());
            case WRITE_ROWS -> rows(event.getData(), 'c', false, header);
            case UPDATE_ROWS -> rows(event.getData(), 'u', false, header);
            case DELETE_ROWS -> rows(event.getData(), 'd', false, header);
            case EXT_WRITE_ROWS -> rows(event.getData(), 'c', true, header);
            case EXT_UPDATE_ROWS -> rows(event.getData(), 'u', true, header);
            case EXT_DELETE_ROWS -> rows(event.getData(), 'd', true, header);
            case QUERY -> statement(event.<LogBody>getData().bytes(), at);
            case XID -> end();
            case XA_PREPARE, TRANSACTION_PAYLOAD, PARTIAL_UPDATE_ROWS_EVENT ->
                throw new UnreadableLogException("The log holds a " + header.getEventType() + " event at " + at
                        + ", which is not read: use no XA transactions and no MySQL server");
            case UNKNOWN -> requireIgnorable(header, at);
            default -> {
                // starts of files, checkpoints, annotations: nothing changes a row
            }
        }
    }

    // a position has 32 bits in the log; one transaction may reach beyond them
    private long endOf(EventHeaderV4 header) {
        long end = header.getNextPosition();
        while (end < offset) {
            end += 1L << 32;
        }
        return end;
    }

    private static void requireIgnorable(EventHeaderV4 header, BinlogPlace at) {
        if ((header.getFlags() & IGNORABLE) == 0) {
            throw new UnreadableLogException(
                    "The log holds an event at " + at + " that is not read. Set log_bin_compress = OFF at the source.");
        }
    }

    private void rotate(RotateEventData next, EventHeaderV4 header) {
        file = next.getBinlogFilename();
        offset = next.getBinlogPosition();
        described.clear();
        if (header.getNextPosition() > 0) {
            markEnd();
        }
    }

    private void begin(MariadbGtidEventData transaction, BinlogPlace at, EventHeaderV4 header) {
        begin = at;
        standalone = (transaction.getFlags() & STANDALONE) != 0;
        note(transaction.getDomainId() + "-" + header.getServerId() + "-" + transaction.getSequence());
        changes.begin(at);
    }

    private void note(String transaction) {
        transactions.put(transaction.substring(0, transaction.indexOf('-')), transaction);
    }

    private void describe(LogBody body) {
        long number = LoggedTable.number(body.bytes());
        Described known = described.get(number);
        if (known != null && Arrays.equals(known.bytes(), body.bytes())) {
            return;
        }
        boolean captured = state.find(LoggedTable.id(body.bytes()))
                .filter(table -> table.phase() == MariaDbTableState.Phase.FLOWING)
                .isPresent();
        described.put(number, new Described(body.bytes(), captured ? LoggedTable.read(body.bytes(), sets) : null));
    }

    private void rows(LogBody body, char op, boolean extended, EventHeaderV4 header) throws InterruptedException {
        Described of = described.get(LoggedRows.table(body.bytes()));
        if (of != null && of.table() != null) {
            changes.take(of.table(), body.bytes(), op, extended, header.getTimestamp() * 1_000);
        }
    }

    private void statement(byte[] body, BinlogPlace at) {
        List<LoggedStatement> readings = LoggedStatement.readings(body, sets);
        if (readings.stream().anyMatch(LoggedStatement::isEnd)) {
            end();
            return;
        }
        BinlogPlace from = begin == null ? at : begin;
        for (LoggedStatement reading : readings) {
            if (TableDoom.mayBe(reading.sql())) {
                doom(TableDoom.of(reading.sql(), reading.database()), from);
                TableAlteration.of(reading).ifPresent(alteration -> altered(alteration, from));
            }
        }
        if (readings.isEmpty() && TableDoom.mayBe(LoggedStatement.outline(body))) {
            unread(from);
        }
        if (standalone) {
            end();
        }
    }

    // it may have been about any table
    private void unread(BinlogPlace at) {
        for (MariaDbTableState table : state.all()) {
            if (table.phase() == MariaDbTableState.Phase.FLOWING && !table.holds(at)) {
                findings.unread(table, at);
                state.put(table.again());
            }
        }
        described.clear();
    }

    // rows that it rewrote stand nowhere in the log: they are compared, as soon as this reading pauses
    private void altered(TableAlteration alteration, BinlogPlace at) {
        for (String id : alteration.tables()) {
            MariaDbTableState table = state.find(id).orElse(null);
            if (table == null || table.phase() != MariaDbTableState.Phase.FLOWING || table.holds(at)) {
                continue;
            }
            List<String> rewritten = alteration.rewrites(table.table());
            if (!rewritten.isEmpty()) {
                findings.rewritten(table, rewritten);
                state.put(table.again());
                described.clear();
            }
        }
    }

    private void doom(TableDoom doom, BinlogPlace at) {
        for (String id : doom.tables()) {
            MariaDbTableState table = state.find(id).orElse(null);
            if (table == null || table.phase() != MariaDbTableState.Phase.FLOWING || table.holds(at)) {
                continue;
            }
            if (doom.emptied()) {
                // loaded again and compared, as soon as this reading pauses
                findings.truncated(table);
                state.put(table.again());
            } else {
                state.put(table.gone());
                findings.gone(table);
            }
            described.clear();
        }
    }

    private void end() {
        begin = null;
        standalone = false;
        markEnd();
    }

    private void markEnd() {
        ends.add(new End(
                new LogMark(
                        new BinlogPlace(file, offset), MariaDbServer.sorted(String.join(",", transactions.values()))),
                outbox.lastOrdinal()));
    }

    /** Moves the mark up to what is acknowledged. */
    void moveMark() {
        long acknowledged = outbox.acknowledged();
        End last = null;
        for (End end = ends.peek(); end != null && end.ordinal() <= acknowledged; end = ends.peek()) {
            last = ends.poll();
        }
        if (last != null) {
            state.mark(last.mark());
        }
    }
}
