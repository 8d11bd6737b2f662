package org.citybrain.streaming.pool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.source.ReadBuilder;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads a resource's STANDARD table at one snapshot, as the source's own texts. */
public final class PoolReader {
    private static final int KEY = 0;
    private static final int RAW = 1;
    private static final int VERSION = 2;
    private static final int SEQUENCE = 3;
    private static final int ROW = 4;
    private static final int SOURCE_TIME = 5;

    private final FileStoreTable table;
    private final NavigableMap<Integer, List<String>> versions = new TreeMap<>();
    private final List<String> newest;

    /** A reader; rows are shown in the fields of the newest schema version. */
    public PoolReader(FileStoreTable table) {
        this.table = table;
        table.options().forEach((name, value) -> {
            if (name.startsWith(PoolTables.FIELDS_PREFIX)) {
                String[] fields = WireJson.read(value.getBytes(StandardCharsets.UTF_8), String[].class);
                versions.put(Integer.valueOf(name.substring(PoolTables.FIELDS_PREFIX.length())), List.of(fields));
            }
        });
        this.newest = versions.isEmpty() ? List.of() : versions.lastEntry().getValue();
    }

    /** Field names of the newest schema version. */
    public List<String> fields() {
        return newest;
    }

    /**
     * One row.
     *
     * @param values the source's texts in the order of the newest version's fields
     */
    public record PoolRow(String key, List<@Nullable String> values, long sequence, int row, long sourceTimeMicros) {}

    /** Takes rows; may be slow, reading waits. */
    public interface RowSink {
        /** The next row. */
        void accept(PoolRow row) throws Exception;
    }

    /** Takes canonical tuples; may be slow, reading waits. */
    public interface TupleSink {
        /** The next row's values in the order of the newest version's fields. */
        void accept(byte[] tuple) throws Exception;
    }

    /** Reads the canonical tuples of all rows of the newest snapshot, in no order, without making texts of them. */
    public void readTuples(TupleSink out) throws Exception {
        scan(new int[] {column(PoolTables.RAW), column(PoolTables.VERSION)}, row -> {
            byte[] raw = row.getBinary(0);
            List<String> written = versions.getOrDefault(row.getInt(1), newest);
            out.accept(written.equals(newest) ? raw : Tuple.encode(inNewestFields(Tuple.decode(raw), written)));
        });
    }

    /** Reads all rows of the newest snapshot, in no order. */
    public void read(RowSink out) throws Exception {
        int[] columns = List.of(
                        PoolTables.KEY,
                        PoolTables.RAW,
                        PoolTables.VERSION,
                        PoolTables.SEQUENCE,
                        PoolTables.ROW,
                        PoolTables.SOURCE_TIME)
                .stream()
                .mapToInt(this::column)
                .toArray();
        scan(columns, row -> out.accept(toRow(row)));
    }

    private int column(String name) {
        return table.rowType().getFieldNames().indexOf(name);
    }

    private interface Scanned {
        void accept(InternalRow row) throws Exception;
    }

    private void scan(int[] columns, Scanned out) throws Exception {
        ReadBuilder builder = table.newReadBuilder().withProjection(columns);
        try (RecordReader<InternalRow> reader =
                builder.newRead().createReader(builder.newScan().plan())) {
            RecordReader.RecordIterator<InternalRow> rows = reader.readBatch();
            while (rows != null) {
                for (InternalRow row = rows.next(); row != null; row = rows.next()) {
                    out.accept(row);
                }
                rows.releaseBatch();
                rows = reader.readBatch();
            }
        }
    }

    private PoolRow toRow(InternalRow row) {
        List<@Nullable String> raw = Tuple.decode(row.getBinary(RAW));
        List<String> written = versions.getOrDefault(row.getInt(VERSION), newest);
        return new PoolRow(
                row.getString(KEY).toString(),
                written.equals(newest) ? raw : inNewestFields(raw, written),
                row.getLong(SEQUENCE),
                row.getInt(ROW),
                row.getTimestamp(SOURCE_TIME, 6).toMicros());
    }

    private List<@Nullable String> inNewestFields(List<@Nullable String> raw, List<String> written) {
        Map<String, @Nullable String> byName = new HashMap<>();
        for (int i = 0; i < Math.min(raw.size(), written.size()); i++) {
            byName.put(written.get(i), raw.get(i));
        }
        List<@Nullable String> values = new ArrayList<>();
        for (String field : newest) {
            values.add(byName.get(field));
        }
        return values;
    }
}
