package org.citybrain.streaming.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.table.sink.CommitMessageSerializer;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.Records;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.RowStandardiser;
import org.citybrain.streaming.rows.StandardRow;

/**
 * Writes accepted batches into SOURCE and STANDARD of their resource; at each checkpoint hands on what must be
 * committed, as table, checkpoint, messages and properties. Writers open on demand and close when idle.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before any row
final class PoolWriter extends AbstractStreamOperator<Tuple4<String, Long, byte[], byte[]>>
        implements OneInputStreamOperator<Parcel, Tuple4<String, Long, byte[], byte[]>>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    /** A writer idle for so many checkpoints has all its work committed. */
    private static final int IDLE_CHECKPOINTS = 3;

    private final String warehouse;
    private transient PoolTables tables;
    private transient WriterSupplies supplies;
    private transient Map<String, Target> targets;
    private transient Map<Identifier, OpenTable> open;
    private transient Map<String, Long> offsets;
    private transient Map<String, Map<String, Long>> lanes;
    private transient BatchRows batches;
    private transient long nextCheckpoint;
    private transient LongCounter cost;

    PoolWriter(String warehouse) {
        this.warehouse = warehouse;
    }

    /** How a resource's current schema version is written. */
    private record Target(
            RowStandardiser standardiser, PlainRows plain, PoolRows rows, OpenTable standard, OpenTable source) {}

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        nextCheckpoint = context.getRestoredCheckpointId().orElse(0) + 1;
    }

    @Override
    public void open() throws Exception {
        super.open();
        tables = PoolTables.open(warehouse);
        supplies = new WriterSupplies(
                getContainingTask().getEnvironment().getIOManager().getSpillingDirectoriesPaths());
        targets = new HashMap<>();
        open = new LinkedHashMap<>();
        offsets = new HashMap<>();
        lanes = new HashMap<>();
        batches = new BatchRows();
        cost = new LongCounter();
        getRuntimeContext().addAccumulator(PoolSink.CHECKPOINT_COST, cost);
    }

    @Override
    public void processElement(StreamRecord<Parcel> element) throws Exception {
        Parcel parcel = element.getValue();
        Parcel.Arrival arrival = parcel.arrival();
        if (!arrival.topic().isEmpty()) {
            offsets.merge("kafka." + arrival.topic() + "/" + arrival.partition(), arrival.offset() + 1, Math::max);
        }
        if (parcel.kind() == Parcel.Kind.ACCEPTED) {
            write(parcel);
            lanes.computeIfAbsent(parcel.resource(), resource -> new HashMap<>())
                    .put("lane." + parcel.lane(), parcel.sequence());
        }
    }

    private void write(Parcel parcel) throws Exception {
        SignedBatch batch = parcel.decode();
        CatalogueEntry entry = CatalogueEntry.read(parcel.entry());
        SchemaVersion version =
                entry.findVersion(batch.header().schemaFingerprint()).orElseThrow();
        Target target = target(parcel.resource(), version);
        target.source.write(batches.row(parcel, batch, version), nextCheckpoint);
        Records records = Records.of(batch.records());
        for (int i = 0; i < records.size(); i++) {
            if (target.plain.read(records.bytes(), records.start(i), records.end(i))) {
                PoolRows.Origin origin = origin(parcel, i, 0);
                target.standard.write(target.plain.row(records.bytes(), origin), nextCheckpoint);
            } else {
                writeStandardised(target, parcel, target.standardiser.standardise(i, records.get(i)));
            }
        }
        target.plain.release();
    }

    private void writeStandardised(Target target, Parcel parcel, StandardRow row) throws Exception {
        ChangeRecord change = row.change();
        if (change == null || !row.isGood()) {
            return;
        }
        int at = 2 * row.row();
        int[] occurrences = parcel.occurrences();
        boolean numbered = at + 1 < occurrences.length;
        target.rows.standard(
                row,
                numbered ? occurrences[at] : 0,
                numbered ? occurrences[at + 1] : 0,
                origin(parcel, row.row(), change.sourceTimeMicros()),
                standard -> target.standard.write(standard, nextCheckpoint));
    }

    private static PoolRows.Origin origin(Parcel parcel, int row, long sourceTimeMicros) {
        return new PoolRows.Origin(
                parcel.lane(),
                parcel.sequence(),
                row,
                sourceTimeMicros,
                parcel.arrival().receivedAtMicros());
    }

    private Target target(String resource, SchemaVersion version) throws Exception {
        Target target = targets.get(resource);
        if (target != null && target.standardiser.schema().equals(version)) {
            return target;
        }
        FileStoreTable table = tables.standardFor(resource, version);
        OpenTable standard = opened(PoolTables.standard(resource), table);
        if (standard.table().schema().id() != table.schema().id()) {
            standard.replace(table);
        }
        OpenTable source = opened(PoolTables.source(resource), tables.sourceFor(resource));
        RowStandardiser standardiser = new RowStandardiser(version);
        Target fresh = new Target(
                standardiser,
                new PlainRows(standardiser, table.rowType()),
                new PoolRows(version, table.rowType()),
                standard,
                source);
        targets.put(resource, fresh);
        return fresh;
    }

    private OpenTable opened(Identifier name, FileStoreTable table) {
        return open.computeIfAbsent(name, absent -> new OpenTable(table, supplies));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        long began = System.nanoTime();
        emit(checkpoint);
        cost.add(System.nanoTime() - began);
        nextCheckpoint = checkpoint + 1;
    }

    @Override
    public void endInput() throws Exception {
        emit(nextCheckpoint);
    }

    private void emit(long checkpoint) throws Exception {
        CommitMessageSerializer serializer = new CommitMessageSerializer();
        List<Identifier> idle = new ArrayList<>();
        for (Map.Entry<Identifier, OpenTable> table : open.entrySet()) {
            List<CommitMessage> messages = table.getValue().prepareCommit(checkpoint);
            if (!messages.isEmpty()) {
                var bytes = new org.apache.paimon.io.DataOutputSerializer(1024);
                serializer.serializeList(messages, bytes);
                output.collect(new StreamRecord<>(Tuple4.of(
                        table.getKey().getFullName(),
                        checkpoint,
                        bytes.getCopyOfBuffer(),
                        properties(table.getKey()))));
            } else if (table.getValue().isIdleSince(checkpoint - IDLE_CHECKPOINTS)) {
                idle.add(table.getKey());
            }
        }
        for (Identifier name : idle) {
            close(name);
        }
    }

    /** What the snapshot contains: Kafka offsets read, and this resource's lane positions. */
    private byte[] properties(Identifier table) {
        String name = PoolTables.resourceTable(table.getObjectName());
        Map<String, String> properties = new HashMap<>();
        offsets.forEach((partition, offset) -> properties.put(partition, Long.toString(offset)));
        lanes.getOrDefault(table.getDatabaseName() + "." + name, Map.of())
                .forEach((lane, sequence) -> properties.put(lane, Long.toString(sequence)));
        return WireJson.write(properties);
    }

    private void close(Identifier name) throws Exception {
        OpenTable table = open.remove(name);
        if (table != null) {
            table.close();
            for (Iterator<Target> i = targets.values().iterator(); i.hasNext(); ) {
                Target target = i.next();
                if (target.standard == table || target.source == table) {
                    i.remove();
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        if (open != null) {
            for (OpenTable table : open.values()) {
                table.close();
            }
        }
        if (supplies != null) {
            supplies.close();
        }
        if (tables != null) {
            tables.close();
        }
        super.close();
    }
}
