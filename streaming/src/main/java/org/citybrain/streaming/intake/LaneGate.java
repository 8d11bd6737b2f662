package org.citybrain.streaming.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.wire.NodeKey;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.citybrain.streaming.rows.Occurrences;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.ParcelType;

/**
 * The gate of every lane (seams 2 and 3): only the next sequence goes through, verified whole; a repeat is dropped, a
 * gap holds the lane, a batch that the catalogue cannot explain yet parks it. What waits is kept in state, in order.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before any parcel
public final class LaneGate extends KeyedBroadcastProcessFunction<String, Parcel, Tuple2<String, byte[]>, Parcel> {
    /** The catalogue as broadcast: message key and JSON. */
    public static final MapStateDescriptor<String, byte[]> CATALOGUE =
            new MapStateDescriptor<>("catalogue", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private static final long serialVersionUID = 1L;
    private static final String KEY_PREFIX = "key:";
    private static final ValueStateDescriptor<Long> LAST = new ValueStateDescriptor<>("last-sequence", Types.LONG);
    private static final MapStateDescriptor<Long, Parcel> WAITING =
            new MapStateDescriptor<>("waiting", Types.LONG, ParcelType.INSTANCE);
    private static final ValueStateDescriptor<String> STANDING = new ValueStateDescriptor<>("standing", Types.STRING);
    private static final MapStateDescriptor<String, Integer> OCCURRENCES =
            new MapStateDescriptor<>("occurrences", Types.STRING, Types.INT);

    private transient ValueState<Long> last;
    private transient MapState<Long, Parcel> waiting;
    private transient ValueState<String> standing;
    private transient MapState<String, Integer> counts;
    private transient BatchRules rules;
    private transient Map<String, CatalogueEntry> entries;

    @Override
    public void open(OpenContext context) {
        last = getRuntimeContext().getState(LAST);
        waiting = getRuntimeContext().getMapState(WAITING);
        standing = getRuntimeContext().getState(STANDING);
        counts = getRuntimeContext().getMapState(OCCURRENCES);
        rules = new BatchRules();
        entries = new HashMap<>();
    }

    @Override
    public void processElement(Parcel parcel, ReadOnlyContext context, Collector<Parcel> out) throws Exception {
        BatchRules.Known known = known(context.getBroadcastState(CATALOGUE));
        SignedBatch batch;
        try {
            batch = parcel.decode();
        } catch (MalformedBatchException e) {
            out.collect(parcel.refused(0, String.valueOf(e.getMessage())));
            return;
        }
        long sequence = batch.header().sequence();
        long expected = lastSequence() + 1;
        if (sequence < expected) {
            return;
        }
        if (sequence == expected && waiting.isEmpty()) {
            judgeNext(parcel, batch, known, out);
        } else if (rules.judge(batch, parcel.resource(), known) instanceof Verdict.Refuse refuse) {
            out.collect(parcel.refused(sequence, refuse.reason()));
        } else if (!waiting.contains(sequence) || sequence == expected) {
            waiting.put(sequence, parcel);
            drain(known, out);
        }
        tellStanding(parcel.resource(), parcel.lane(), known, out);
    }

    @Override
    public void processBroadcastElement(Tuple2<String, byte[]> word, Context context, Collector<Parcel> out)
            throws Exception {
        BroadcastState<String, byte[]> catalogue = context.getBroadcastState(CATALOGUE);
        Optional<CatalogueEntry> before = entryOf(catalogue, word.f0);
        if (word.f1.length == 0) {
            catalogue.remove(word.f0);
        } else {
            catalogue.put(word.f0, word.f1);
        }
        entries.remove(word.f0);
        BatchRules.Known known = known(catalogue);
        context.applyToKeyedState(LAST, (laneKey, state) -> {
            if (laneKey.startsWith(word.f0 + "/")) {
                backfill(laneKey, before, known, out);
            }
        });
        boolean nodeKey = word.f0.startsWith(KEY_PREFIX);
        context.applyToKeyedState(WAITING, (laneKey, state) -> {
            if (nodeKey || laneKey.startsWith(word.f0 + "/")) {
                drain(known, out);
                tellStanding(resourceOf(laneKey), laneOf(laneKey), known, out);
            }
        });
    }

    /** Judges the batch that the lane waits for; true when the lane moved on. */
    private boolean judgeNext(Parcel parcel, SignedBatch batch, BatchRules.Known known, Collector<Parcel> out)
            throws Exception {
        long sequence = batch.header().sequence();
        switch (rules.judge(batch, parcel.resource(), known)) {
            case Verdict.Refuse refuse -> {
                waiting.remove(sequence);
                out.collect(parcel.refused(sequence, refuse.reason()));
                return false;
            }
            case Verdict.Park park -> {
                waiting.put(sequence, parcel);
                return false;
            }
            case Verdict.Accept accept -> {
                int[] occurrences = accept.schema().isKeyed()
                        ? Parcel.NO_OCCURRENCES
                        : new Occurrences(counts).of(batch, accept.schema());
                last.update(sequence);
                out.collect(parcel.accepted(sequence, accept.entry().json(), occurrences));
                return true;
            }
        }
    }

    private void drain(BatchRules.Known known, Collector<Parcel> out) throws Exception {
        long next = lastSequence() + 1;
        Parcel parcel = waiting.get(next);
        while (parcel != null && judgeNext(parcel, parcel.decode(), known, out)) {
            waiting.remove(next);
            next++;
            parcel = waiting.get(next);
        }
    }

    /** Says how the lane stands, when that changed. */
    private void tellStanding(String resource, int lane, BatchRules.Known known, Collector<Parcel> out)
            throws Exception {
        Parcel.Kind kind = Parcel.Kind.FLOWING;
        String reason = "";
        if (!waiting.isEmpty()) {
            long next = lastSequence() + 1;
            Parcel parcel = waiting.get(next);
            kind = parcel == null ? Parcel.Kind.HELD : Parcel.Kind.PARKED;
            reason = parcel == null
                    ? "Sequence " + next + " has not come"
                    : BatchRules.missing(parcel.decode().header(), known).orElse("");
        }
        String now = kind + " " + reason;
        String told = standing.value();
        if (!now.equals(told == null ? "FLOWING " : told)) {
            standing.update(now);
            out.collect(Parcel.word(kind, resource, lane, lastSequence(), reason, Parcel.NOTHING));
        }
    }

    private void backfill(
            String laneKey, Optional<CatalogueEntry> before, BatchRules.Known known, Collector<Parcel> out)
            throws Exception {
        String resource = resourceOf(laneKey);
        Optional<CatalogueEntry> now = known.findEntry(resource);
        boolean asksForMore = now.isPresent()
                && now.get().isNeeded()
                && (before.isEmpty() || !now.get().needsTheSame(before.get()));
        if (asksForMore && lastSequence() > 0) {
            out.collect(Parcel.word(
                    Parcel.Kind.BACKFILL,
                    resource,
                    laneOf(laneKey),
                    lastSequence(),
                    "",
                    now.get().json()));
        }
    }

    private long lastSequence() throws Exception {
        Long value = last.value();
        return value == null ? 0 : value;
    }

    private static String resourceOf(String laneKey) {
        return laneKey.substring(0, laneKey.lastIndexOf('/'));
    }

    private static int laneOf(String laneKey) {
        return Integer.parseInt(laneKey.substring(laneKey.lastIndexOf('/') + 1));
    }

    private BatchRules.Known known(ReadOnlyBroadcastState<String, byte[]> catalogue) {
        return new BatchRules.Known() {
            @Override
            public Optional<CatalogueEntry> findEntry(String resource) {
                return entryOf(catalogue, resource);
            }

            @Override
            public Optional<NodeKey> findKey(String node) {
                try {
                    byte[] json = catalogue.get(KEY_PREFIX + node);
                    return json == null ? Optional.empty() : Optional.of(WireJson.read(json, NodeKey.class));
                } catch (Exception e) {
                    throw new IllegalStateException("The broadcast catalogue cannot be read", e);
                }
            }
        };
    }

    private Optional<CatalogueEntry> entryOf(ReadOnlyBroadcastState<String, byte[]> catalogue, String resource) {
        CatalogueEntry cached = entries.get(resource);
        if (cached != null || resource.startsWith(KEY_PREFIX)) {
            return Optional.ofNullable(cached);
        }
        try {
            byte[] json = catalogue.get(resource);
            Optional<CatalogueEntry> read = json == null ? Optional.empty() : Optional.of(CatalogueEntry.read(json));
            read.ifPresent(entry -> entries.put(resource, entry));
            return read;
        } catch (Exception e) {
            throw new IllegalStateException("The catalogue's entry of " + resource + " cannot be read", e);
        }
    }
}
