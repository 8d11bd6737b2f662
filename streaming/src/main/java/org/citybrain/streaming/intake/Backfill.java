package org.citybrain.streaming.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.pool.PoolReader;
import org.citybrain.streaming.pool.PoolTables;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.citybrain.streaming.rows.KeptRow;
import org.citybrain.streaming.rows.Parcel;
import org.citybrain.streaming.rows.ParcelType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills in the facts of a resource whose need became active while it was already flowing. It waits until the pool
 * contains the last batch before the need, then hands on every row of that snapshot, each at its own sequence and row: a
 * change that came since is newer and stays. A restart in between does it all again, to the same end.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before any parcel
public final class Backfill extends KeyedProcessFunction<String, Parcel, Parcel> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final int ROWS_A_PARCEL = 500;

    private final String warehouse;
    private transient ValueState<Parcel> wanted;

    public Backfill(String warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public void open(OpenContext context) {
        wanted = getRuntimeContext().getState(new ValueStateDescriptor<>("wanted", ParcelType.INSTANCE));
    }

    @Override
    public void processElement(Parcel request, Context context, Collector<Parcel> out) throws Exception {
        wanted.update(request);
        lookAgain(context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Parcel> out) throws Exception {
        Parcel request = wanted.value();
        if (request == null) {
            return;
        }
        try (PoolTables tables = PoolTables.open(warehouse)) {
            if (tables.lanePosition(request.resource(), request.lane()) < request.sequence()) {
                lookAgain(context);
                return;
            }
            int rows = handOn(request, tables, out);
            LOG.info("Filled in {} rows of {} for a new need", rows, request.resource());
        }
        wanted.clear();
    }

    private static void lookAgain(KeyedProcessFunction<String, Parcel, Parcel>.Context context) {
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now + LOOK_AGAIN_MILLIS);
    }

    private static int handOn(Parcel request, PoolTables tables, Collector<Parcel> out) throws Exception {
        CatalogueEntry entry = CatalogueEntry.read(request.entry());
        SchemaVersion schema = entry.findNewest().orElseThrow();
        if (!tables.has(PoolTables.standard(request.resource()))) {
            return 0;
        }
        PoolReader reader = new PoolReader(tables.get(PoolTables.standard(request.resource())));
        List<KeptRow> chunk = new ArrayList<>();
        int[] count = new int[1];
        reader.read(row -> {
            List<@Nullable String> values = inFieldsOf(schema, reader.fields(), row.values());
            byte[] record = ChangeRecord.of('r', row.sourceTimeMicros(), "", schema, null, values)
                    .encode();
            chunk.add(new KeptRow(row.sequence(), row.row(), occurrenceOf(schema, row.key()), record));
            count[0]++;
            if (chunk.size() == ROWS_A_PARCEL) {
                out.collect(request.withKeptRows(KeptRow.encode(chunk)));
                chunk.clear();
            }
        });
        if (!chunk.isEmpty()) {
            out.collect(request.withKeptRows(KeptRow.encode(chunk)));
        }
        return count[0];
    }

    private static List<@Nullable String> inFieldsOf(
            SchemaVersion schema, List<String> names, List<@Nullable String> values) {
        Map<String, @Nullable String> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), values.get(i));
        }
        List<@Nullable String> ordered = new ArrayList<>();
        schema.fields().forEach(field -> ordered.add(byName.get(field.name())));
        return ordered;
    }

    private static int occurrenceOf(SchemaVersion schema, String key) {
        return schema.isKeyed() ? 0 : Integer.parseInt(key.substring(key.lastIndexOf('#') + 1));
    }
}
