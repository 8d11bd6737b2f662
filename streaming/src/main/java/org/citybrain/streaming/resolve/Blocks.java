package org.citybrain.streaming.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.citybrain.kernel.wire.MemberKey;
import org.citybrain.matching.block.Candidates;
import org.citybrain.matching.desk.MatchDesk;
import org.jspecify.annotations.Nullable;

/**
 * By blocking key: compares the records of a block and tells which pairs it links. A block above the cap links nothing:
 * it takes its links back when it outgrows the cap and tells them again when it shrinks. What is told hangs on the texts
 * alone, so each link taken back was told before.
 */
final class Blocks
        extends KeyedProcessFunction<
                Long, Tuple5<Long, Boolean, String, String, Long>, Tuple5<Integer, String, String, Float, Long>> {
    private static final long serialVersionUID = 1L;

    private final Declared declared;
    private transient @Nullable MatchDesk desk;
    private transient @Nullable MapState<String, String> members;
    private transient @Nullable ValueState<Integer> size;

    Blocks(Declared declared) {
        this.declared = declared;
    }

    @Override
    public void open(OpenContext context) {
        desk = declared.desk();
        members = getRuntimeContext().getMapState(new MapStateDescriptor<>("members", Types.STRING, Types.STRING));
        size = getRuntimeContext().getState(new ValueStateDescriptor<>("size", Types.INT));
    }

    @Override
    public void processElement(
            Tuple5<Long, Boolean, String, String, Long> move,
            Context context,
            Collector<Tuple5<Integer, String, String, Float, Long>> out)
            throws Exception {
        MapState<String, String> state = Objects.requireNonNull(members);
        ValueState<Integer> counter = Objects.requireNonNull(size);
        boolean there = state.contains(move.f2);
        if (there == move.f1) {
            return;
        }
        Integer counted = counter.value();
        int before = counted == null ? 0 : counted;
        Objects.requireNonNull(desk).tidy();
        if (move.f1) {
            if (before < Candidates.CAP) {
                one(move, laid(), Note.LINK, out);
            } else if (before == Candidates.CAP) {
                all(laid(), Note.UNLINK, move.f4, out);
            }
            state.put(move.f2, move.f3);
            counter.update(before + 1);
        } else {
            state.remove(move.f2);
            counter.update(before - 1);
            if (before <= Candidates.CAP) {
                one(move, laid(), Note.UNLINK, out);
            } else if (before == Candidates.CAP + 1) {
                all(laid(), Note.LINK, move.f4, out);
            }
        }
    }

    /** A version on the desk. */
    private record Laid(String name, int number) {}

    private List<Laid> laid() throws Exception {
        List<Laid> all = new ArrayList<>();
        for (Map.Entry<String, String> member : Objects.requireNonNull(members).entries()) {
            all.add(lay(member.getKey(), member.getValue()));
        }
        return all;
    }

    private Laid lay(String name, String texts) {
        MemberKey key = RecordName.key(name);
        return new Laid(name, Objects.requireNonNull(desk).lay(name, key.source(), key.key(), RecordName.split(texts)));
    }

    private void one(
            Tuple5<Long, Boolean, String, String, Long> move,
            List<Laid> others,
            int kind,
            Collector<Tuple5<Integer, String, String, Float, Long>> out) {
        Laid moved = lay(move.f2, move.f3);
        for (Laid other : others) {
            pair(moved, other, kind, move.f4, out);
        }
    }

    private void all(
            List<Laid> block, int kind, long sentAt, Collector<Tuple5<Integer, String, String, Float, Long>> out) {
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size(); j++) {
                pair(block.get(i), block.get(j), kind, sentAt, out);
            }
        }
    }

    private void pair(
            Laid a, Laid b, int kind, long sentAt, Collector<Tuple5<Integer, String, String, Float, Long>> out) {
        MatchDesk on = Objects.requireNonNull(desk);
        double bits = on.score(a.number, b.number);
        if (bits >= on.link()) {
            out.collect(Note.of(kind, a.name, b.name, (float) bits, sentAt));
        }
    }
}
