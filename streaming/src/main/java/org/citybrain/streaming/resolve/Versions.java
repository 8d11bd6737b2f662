package org.citybrain.streaming.resolve;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.citybrain.kernel.wire.MatchRecord;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.matching.desk.MatchDesk;
import org.jspecify.annotations.Nullable;

/** By record: standardises what came, and moves the record from its old blocks into its new ones. */
final class Versions extends KeyedProcessFunction<String, byte[], Tuple5<Long, Boolean, String, String, Long>> {
    private static final long serialVersionUID = 1L;

    /** Notes for the writer of entities. */
    static final OutputTag<Tuple5<Integer, String, String, Float, Long>> NOTES = new OutputTag<>("notes", Note.TYPE);

    private final Declared declared;
    private transient @Nullable MatchDesk desk;
    private transient @Nullable ValueState<String> texts;
    private transient @Nullable ValueState<Integer> version;

    Versions(Declared declared) {
        this.declared = declared;
    }

    @Override
    public void open(OpenContext context) {
        desk = declared.desk();
        texts = getRuntimeContext().getState(new ValueStateDescriptor<>("texts", Types.STRING));
        version = getRuntimeContext().getState(new ValueStateDescriptor<>("version", Types.INT));
    }

    @Override
    public void processElement(byte[] json, Context context, Collector<Tuple5<Long, Boolean, String, String, Long>> out)
            throws Exception {
        MatchRecord came = WireJson.read(json, MatchRecord.class);
        String record = RecordName.of(came.record());
        String before = texts().value();
        String after = came.gone() ? null : RecordName.join(desk().standard(came.fields()));
        if (after == null ? before == null : after.equals(before)) {
            return;
        }
        Integer last = version().value();
        int number = last == null ? 0 : last;
        context.output(NOTES, Note.of(Note.CAUSE, record, came.position(), 0, came.sentAtMicros()));
        if (before != null) {
            move(came, RecordName.version(record, number), before, false, out);
        }
        if (after != null) {
            String name = RecordName.version(record, number + 1);
            context.output(NOTES, Note.of(Note.PRESENT, name, after, 0, came.sentAtMicros()));
            move(came, name, after, true, out);
            texts().update(after);
        } else {
            context.output(NOTES, Note.of(Note.GONE, record, "", 0, came.sentAtMicros()));
            texts().clear();
        }
        version().update(number + 1);
    }

    private void move(
            MatchRecord came,
            String name,
            String held,
            boolean enters,
            Collector<Tuple5<Long, Boolean, String, String, Long>> out) {
        desk().tidy();
        int laid = desk().lay(name, came.record().source(), came.record().key(), RecordName.split(held));
        for (long block : desk().keys(laid)) {
            out.collect(Move.of(block, enters, name, held, came.sentAtMicros()));
        }
    }

    private MatchDesk desk() {
        return java.util.Objects.requireNonNull(desk);
    }

    private ValueState<String> texts() {
        return java.util.Objects.requireNonNull(texts);
    }

    private ValueState<Integer> version() {
        return java.util.Objects.requireNonNull(version);
    }
}
