package org.citybrain.gateway.capture;

import io.debezium.data.Envelope;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.gateway.lane.RowTooLargeException;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * Takes Debezium's records into the outbox. Debezium's offset moves only to the end of a transaction of which every
 * batch, and every batch before it, is acknowledged; heartbeats bring the handler round when the source is quiet.
 */
final class ChangeHandler implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {
    private static final String TRANSACTIONS = ".transaction";

    private final CaptureState state;
    private final Outbox outbox;
    private final ChangeReader reader;
    private final SchemaListener schemas;
    private final SourceFindings findings;
    private final Deque<TransactionEnd> ends = new ArrayDeque<>();

    private record TransactionEnd(RecordChangeEvent<SourceRecord> event, long ordinal) {}

    ChangeHandler(
            CaptureState state, Outbox outbox, ChangeReader reader, SchemaListener schemas, SourceFindings findings) {
        this.state = state;
        this.outbox = outbox;
        this.reader = reader;
        this.schemas = schemas;
        this.findings = findings;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> events,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        for (RecordChangeEvent<SourceRecord> event : events) {
            take(event);
        }
        moveOffset(committer);
    }

    private void take(RecordChangeEvent<SourceRecord> event) throws InterruptedException {
        SourceRecord record = event.record();
        if (!(record.value() instanceof Struct value)) {
            return;
        }
        if (record.topic().endsWith(TRANSACTIONS) && value.schema().field("status") != null) {
            if ("END".equals(value.getString("status"))) {
                ends.add(new TransactionEnd(event, outbox.lastOrdinal()));
            }
        } else if (value.schema().field(Envelope.FieldName.OPERATION) != null) {
            char op = value.getString(Envelope.FieldName.OPERATION).charAt(0);
            if ("cud".indexOf(op) >= 0) {
                change(op, value);
            } else if (op == 't') {
                truncated(reader.place(value));
            }
        }
    }

    private void change(char op, Struct value) throws InterruptedException {
        ChangeReader.Place place = reader.place(value);
        TableState table = state.find(place.table()).orElse(null);
        // a table that waits for its first load will find this change in it
        if (table == null || table.phase() != TableState.Phase.FLOWING) {
            return;
        }
        SnapshotView view = table.view();
        Position position = place.position(table.generation());
        if (view != null && view.holds(place.xid(), place.commitBefore())
                || position.compareTo(outbox.lastPosition(table.resource())) <= 0) {
            return;
        }
        SchemaVersion known = table.table().version();
        SchemaVersion version = reader.version(value, known);
        if (!version.keyNames().equals(known.keyNames())) {
            // a column of the key is gone: loaded again and compared under the key it has now, once this stream pauses
            state.change(table, TableState::again);
            return;
        }
        if (version.fingerprint() != known.fingerprint()) {
            table = changed(table, version);
        }
        try {
            outbox.append(
                    table.resource(), version, ChangeReader.records(op, value, place, position, version), position);
        } catch (RowTooLargeException e) {
            findings.tooLarge(table.resource(), position.toString(), String.valueOf(e.getMessage()));
        }
    }

    // its rows' ends stand nowhere in the log: the table is loaded again and compared, as soon as this stream pauses
    private void truncated(ChangeReader.Place place) {
        TableState table = state.find(place.table()).orElse(null);
        if (table == null
                || table.phase() != TableState.Phase.FLOWING
                || table.view() != null && table.view().holds(place.xid(), place.commitBefore())) {
            return;
        }
        findings.truncated(table.resource(), table.table().id());
        state.change(table, TableState::again);
    }

    private TableState changed(TableState table, SchemaVersion version) {
        SourceTable old = table.table();
        SourceTable now = new SourceTable(
                old.oid(), old.schema(), old.name(), old.partitioned(), old.fullIdentity(), old.comment(), version);
        TableState next = state.change(table, known -> known.withTable(now));
        schemas.schemaSeen(table.resource(), now);
        return next;
    }

    private void moveOffset(DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        long acknowledged = outbox.acknowledged();
        TransactionEnd last = null;
        for (TransactionEnd end = ends.peek(); end != null && end.ordinal() <= acknowledged; end = ends.peek()) {
            last = ends.poll();
        }
        if (last != null) {
            committer.markProcessed(last.event());
        }
        committer.markBatchFinished();
    }
}
