package org.citybrain.streaming.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.paimon.io.DataInputDeserializer;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.table.sink.CommitMessageSerializer;
import org.citybrain.kernel.wire.WireJson;

/**
 * Makes what a checkpoint contains visible in the pool, exactly once: committables are part of the checkpoint, committed
 * when it is complete, and after a restart only those that no snapshot has yet.
 */
@SuppressWarnings("NullAway.Init") // Flink calls initializeState first
final class PoolCommitter extends AbstractStreamOperator<Long>
        implements OneInputStreamOperator<Tuple4<String, Long, byte[], byte[]>, Long> {
    /** How committables travel: table, checkpoint, Paimon's messages, properties as JSON. */
    static final TypeInformation<Tuple4<String, Long, byte[], byte[]>> COMMITTABLE = Types.TUPLE(
            Types.STRING,
            Types.LONG,
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;
    /** SOURCE's commit tells how far the pool is, so STANDARD must be there before it. */
    private static final Comparator<String> STANDARD_FIRST =
            Comparator.<String, Boolean>comparing(PoolTables::isSource).thenComparing(Comparator.naturalOrder());

    private final String warehouse;
    private transient PoolTables tables;
    private transient NavigableMap<Long, List<Tuple4<String, Long, byte[], byte[]>>> pending;
    private transient ListState<Tuple4<String, Long, byte[], byte[]>> state;
    private transient TableCommits commits;
    private transient Together side;
    private transient LongCounter cost;

    PoolCommitter(String warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        tables = PoolTables.open(warehouse);
        pending = new TreeMap<>();
        commits = new TableCommits(tables);
        side = new Together("pool-commit-");
        cost = new LongCounter();
        getRuntimeContext().addAccumulator(PoolSink.CHECKPOINT_COST, cost);
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("pending", COMMITTABLE));
        if (context.isRestored()) {
            for (Tuple4<String, Long, byte[], byte[]> committable : state.get()) {
                add(committable);
            }
            if (commit(Long.MAX_VALUE, true) > 0) {
                // writers opened on the snapshots before; they must see what was just committed
                throw new IllegalStateException(
                        "Commits of the last checkpoint were made up for; the job starts once more on top of them");
            }
        }
    }

    @Override
    public void processElement(StreamRecord<Tuple4<String, Long, byte[], byte[]>> element) {
        add(element.getValue());
    }

    private void add(Tuple4<String, Long, byte[], byte[]> committable) {
        pending.computeIfAbsent(committable.f1, checkpoint -> new ArrayList<>()).add(committable);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<Tuple4<String, Long, byte[], byte[]>> all = new ArrayList<>();
        pending.values().forEach(all::addAll);
        state.update(all);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        commit(checkpoint, false);
    }

    /** Commits everything up to a checkpoint; returns how many commits a restart had to make up for. */
    private int commit(long upTo, boolean afterRestart) throws Exception {
        long began = System.nanoTime();
        NavigableMap<Long, List<Tuple4<String, Long, byte[], byte[]>>> due = pending.headMap(upTo, true);
        int madeUp =
                side
                        .all(byResource(due).values().stream()
                                .map(tables -> commitOf(tables, afterRestart))
                                .toList())
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        due.clear();
        commits.closeIdle(upTo);
        cost.add(System.nanoTime() - began);
        return madeUp;
    }

    /** The tables of one resource, one after the other. */
    private Callable<Integer> commitOf(Map<String, List<ManifestCommittable>> tables, boolean afterRestart) {
        return () -> {
            int madeUp = 0;
            for (Map.Entry<String, List<ManifestCommittable>> table : tables.entrySet()) {
                madeUp += commits.commit(table.getKey(), table.getValue(), afterRestart);
            }
            return madeUp;
        };
    }

    private static Map<String, Map<String, List<ManifestCommittable>>> byResource(
            NavigableMap<Long, List<Tuple4<String, Long, byte[], byte[]>>> due) throws Exception {
        Map<String, Map<String, List<ManifestCommittable>>> resources = new TreeMap<>();
        for (List<Tuple4<String, Long, byte[], byte[]>> checkpoint : due.values()) {
            for (Map.Entry<String, ManifestCommittable> table :
                    manifests(checkpoint).entrySet()) {
                resources
                        .computeIfAbsent(
                                PoolTables.resourceTable(table.getKey()), resource -> new TreeMap<>(STANDARD_FIRST))
                        .computeIfAbsent(table.getKey(), name -> new ArrayList<>())
                        .add(table.getValue());
            }
        }
        return resources;
    }

    private static Map<String, ManifestCommittable> manifests(List<Tuple4<String, Long, byte[], byte[]>> checkpoint)
            throws Exception {
        Map<String, ManifestCommittable> manifests = new HashMap<>();
        CommitMessageSerializer serializer = new CommitMessageSerializer();
        for (Tuple4<String, Long, byte[], byte[]> committable : checkpoint) {
            ManifestCommittable manifest =
                    manifests.computeIfAbsent(committable.f0, name -> new ManifestCommittable(committable.f1));
            for (CommitMessage message : serializer.deserializeList(
                    CommitMessageSerializer.CURRENT_VERSION, new DataInputDeserializer(committable.f2))) {
                manifest.addFileCommittable(message);
            }
            Map<?, ?> properties = WireJson.read(committable.f3, Map.class);
            properties.forEach((key, value) -> manifest.addProperty(String.valueOf(key), String.valueOf(value)));
        }
        return manifests;
    }

    @Override
    public void close() throws Exception {
        if (side != null) {
            side.close();
        }
        if (commits != null) {
            commits.close();
        }
        if (tables != null) {
            tables.close();
        }
        super.close();
    }
}
