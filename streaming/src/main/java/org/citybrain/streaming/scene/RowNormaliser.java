package org.citybrain.streaming.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.citybrain.kernel.wire.RowChange;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * Makes an exact changelog of the row changes of one key: repeats and what comes late are dropped by sequence and row,
 * and the row that goes is always the row that came, so that joins and sums behind it stay right. Deleted rows leave
 * their position behind, so that a late change cannot raise them.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before any row
final class RowNormaliser extends KeyedProcessFunction<String, Tuple3<String, String, byte[]>, Row> {
    private static final long serialVersionUID = 1L;

    private final List<SceneTable> tables;
    private transient ValueState<byte[]> last;
    private transient Map<String, SceneTable> byResource;
    private transient Map<String, OutputTag<Row>> tags;

    RowNormaliser(List<SceneTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Where the rows of a table come out. */
    static OutputTag<Row> tag(SceneTable table) {
        return new OutputTag<>(table.resource(), table.type());
    }

    @Override
    public void open(OpenContext context) {
        last = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("last", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        byResource = new HashMap<>();
        tags = new HashMap<>();
        for (SceneTable table : tables) {
            byResource.put(table.resource(), table);
            tags.put(table.resource(), tag(table));
        }
    }

    @Override
    public void processElement(Tuple3<String, String, byte[]> message, Context context, Collector<Row> out)
            throws Exception {
        SceneTable table = byResource.get(message.f0);
        if (table == null) {
            return;
        }
        RowChange now = WireJson.read(message.f2, RowChange.class);
        byte[] state = last.value();
        RowChange before = state == null ? null : WireJson.read(state, RowChange.class);
        if (before != null && isOld(now, before)) {
            return;
        }
        last.update(message.f2);
        OutputTag<Row> tag = Objects.requireNonNull(tags.get(message.f0));
        boolean was = before != null && before.after() != null;
        boolean is = now.after() != null;
        if (was && before != null) {
            context.output(tag, table.row(is ? RowKind.UPDATE_BEFORE : RowKind.DELETE, before));
        }
        if (is) {
            context.output(tag, table.row(was ? RowKind.UPDATE_AFTER : RowKind.INSERT, now));
        }
    }

    /** Whether a change was seen, or is from before what was seen. A backfill repeats a position with more fields. */
    private static boolean isOld(RowChange now, RowChange before) {
        if (now.sequence() != before.sequence()) {
            return now.sequence() < before.sequence();
        }
        return now.row() < before.row() || (now.row() == before.row() && same(now.after(), before.after()));
    }

    private static boolean same(@Nullable Map<String, @Nullable String> a, @Nullable Map<String, @Nullable String> b) {
        return Objects.equals(a, b);
    }
}
