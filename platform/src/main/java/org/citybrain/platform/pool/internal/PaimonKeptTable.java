package org.citybrain.platform.pool.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.source.ReadBuilder;
import org.apache.paimon.table.source.Split;
import org.apache.paimon.utils.SnapshotManager;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.wire.WireJson;
import org.citybrain.platform.pool.KeptTable;

/**
 * One snapshot of a standard table. Intake writes into each commit the lane positions it contains; a commit without them
 * (files joined, nothing new) contains those of the one before.
 */
final class PaimonKeptTable implements KeptTable {

    private static final String LANE = "lane.";
    private static final String FIELDS = "citybrain.fields.";
    private static final List<String> READ = List.of("_raw", "_ver", "_seq", "_row");

    private final FileStoreTable table;
    private final Map<Integer, Long> positions;
    private final Map<Integer, List<String>> fieldsOfVersion = new HashMap<>();

    private PaimonKeptTable(FileStoreTable table, Map<Integer, Long> positions) {
        this.table = table;
        this.positions = Map.copyOf(positions);
        table.options().forEach((name, value) -> {
            if (name.startsWith(FIELDS)) {
                String[] fields = WireJson.read(value.getBytes(StandardCharsets.UTF_8), String[].class);
                fieldsOfVersion.put(Integer.valueOf(name.substring(FIELDS.length())), List.of(fields));
            }
        });
    }

    static Optional<KeptTable> newest(FileStoreTable table) {
        SnapshotManager snapshots = table.snapshotManager();
        Long newest = snapshots.latestSnapshotId();
        if (newest == null) {
            return Optional.empty();
        }
        for (long id = newest; id > 0 && snapshots.snapshotExists(id); id--) {
            Map<Integer, Long> positions = positions(snapshots.snapshot(id).properties());
            if (!positions.isEmpty()) {
                FileStoreTable then = table.copy(Map.of("scan.snapshot-id", Long.toString(newest)));
                return Optional.of(new PaimonKeptTable(then, positions));
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Long> positions(@org.jspecify.annotations.Nullable Map<String, String> properties) {
        Map<Integer, Long> positions = new TreeMap<>();
        if (properties != null) {
            properties.forEach((name, value) -> {
                if (name.startsWith(LANE)) {
                    positions.put(Integer.valueOf(name.substring(LANE.length())), Long.valueOf(value));
                }
            });
        }
        return positions;
    }

    @Override
    public Map<Integer, Long> positions() {
        return positions;
    }

    @Override
    public void read(RowReader to) {
        List<String> names = table.rowType().getFieldNames();
        int[] columns = READ.stream().mapToInt(names::indexOf).toArray();
        ReadBuilder reading = table.newReadBuilder().withProjection(columns);
        try {
            for (Split split : reading.newScan().plan().splits()) {
                try (RecordReader<InternalRow> reader = reading.newRead().createReader(split)) {
                    drain(reader, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pool", e);
        }
    }

    private void drain(RecordReader<InternalRow> reader, RowReader to) throws IOException {
        RecordReader.RecordIterator<InternalRow> batch = reader.readBatch();
        while (batch != null) {
            for (InternalRow row = batch.next(); row != null; row = batch.next()) {
                List<String> fields = fieldsOfVersion.getOrDefault(row.getInt(1), List.of());
                to.row(fields, Tuple.decode(row.getBinary(0)), row.getLong(2), row.getInt(3));
            }
            batch.releaseBatch();
            batch = reader.readBatch();
        }
    }
}
