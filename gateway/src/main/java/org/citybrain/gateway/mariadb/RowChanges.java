package org.citybrain.gateway.mariadb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.gateway.binlog.LoggedRows;
import org.citybrain.gateway.binlog.LoggedTable;
import org.citybrain.gateway.keyed.RowUpdate;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;

/** Sends the changed rows of the transaction that is being read. A row's number in its table and transaction names it. */
final class RowChanges {
    private final MariaDbState state;
    private final Outbox outbox;
    private final MariaDbSchemaListener schemas;
    private final MariaDbFindings findings;
    private final Map<String, Long> orders = new HashMap<>();
    private BinlogPlace begin = new BinlogPlace(".0", 0);

    RowChanges(MariaDbState state, Outbox outbox, MariaDbSchemaListener schemas, MariaDbFindings findings) {
        this.state = state;
        this.outbox = outbox;
        this.schemas = schemas;
        this.findings = findings;
    }

    /** A transaction begins. */
    void begin(BinlogPlace at) {
        begin = at;
        orders.clear();
    }

    /** Takes the rows of one event. */
    void take(LoggedTable logged, byte[] body, char op, boolean extended, long atMicros) throws InterruptedException {
        MariaDbTableState table = state.find(logged.id()).orElse(null);
        if (table == null || table.phase() != MariaDbTableState.Phase.FLOWING || table.holds(begin)) {
            return;
        }
        if (isRekeyed(table.table().version(), logged.version())) {
            // rows that were sent are known by another key: loaded again and compared, as soon as this reading pauses
            state.put(table.again());
            return;
        }
        if (logged.version().fingerprint() != table.table().version().fingerprint()) {
            table = altered(table, logged.version());
        }
        for (LoggedRows.Row row : LoggedRows.read(body, op, extended, logged)) {
            long order = orders.merge(logged.id(), 1L, Long::sum);
            send(table, op, row, new Position(table.generation() * 2 + 1, begin.order(), order), atMicros);
        }
    }

    // columns that the catalogue does not show, such as a versioned row's end, are no other key
    private static boolean isRekeyed(SchemaVersion known, SchemaVersion logged) {
        List<String> shown = known.fields().stream().map(FieldSpec::name).toList();
        return !logged.keyNames().stream().filter(shown::contains).toList().equals(known.keyNames());
    }

    private MariaDbTableState altered(MariaDbTableState table, SchemaVersion version) {
        MariaDbTableState next = table.withTable(table.table().withVersion(version));
        state.put(next);
        schemas.schemaSeen(table.resource(), next.table());
        return next;
    }

    private void send(MariaDbTableState table, char op, LoggedRows.Row row, Position position, long atMicros)
            throws InterruptedException {
        if (position.compareTo(outbox.lastPosition(table.resource())) <= 0) {
            return;
        }
        SchemaVersion version = table.table().version();
        String at = position.toString();
        List<ChangeRecord> records = RowUpdate.records(op, atMicros, at, version, row.before(), row.after());
        try {
            outbox.append(table.resource(), version, records, position);
        } catch (RowTooLargeException e) {
            findings.tooLarge(table.resource(), at, String.valueOf(e.getMessage()));
        }
    }
}
