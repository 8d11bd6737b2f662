package org.citybrain.platform.pool.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.options.Options;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.source.ReadBuilder;
import org.apache.paimon.table.source.Split;
import org.apache.paimon.types.DataField;
import org.apache.paimon.types.DataTypeRoot;
import org.citybrain.platform.pool.KeptTable;
import org.citybrain.platform.pool.PoolTables;
import org.jspecify.annotations.Nullable;

/** Reads the warehouse's newest commits with Paimon's own reader. Counts are kept per snapshot. */
final class PaimonTables implements PoolTables, AutoCloseable {

    private record Counted(long snapshot, long rows) {}

    private final Catalog catalog;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();

    PaimonTables(Path warehouse) {
        Options options = new Options();
        options.set("warehouse", warehouse.toUri().toString());
        options.set("cache-enabled", "false"); // another process writes: what is cached here would grow stale
        catalog = CatalogFactory.createCatalog(CatalogContext.create(options));
    }

    @Override
    public long countOf(String resource) {
        return find(resource).map(table -> count(resource, table)).orElse(0L);
    }

    @Override
    public List<Map<String, @Nullable Object>> sampleOf(String resource, int limit) {
        return find(resource).map(table -> sample(table, limit)).orElse(List.of());
    }

    @Override
    public Optional<KeptTable> newest(String resource) {
        return find(resource).flatMap(PaimonKeptTable::newest);
    }

    @Override
    public void close() throws Exception {
        catalog.close();
    }

    private Optional<FileStoreTable> find(String resource) {
        int dot = resource.indexOf('.');
        try {
            return Optional.of((FileStoreTable)
                    catalog.getTable(Identifier.create(resource.substring(0, dot), resource.substring(dot + 1))));
        } catch (Catalog.TableNotExistException e) {
            return Optional.empty();
        }
    }

    private long count(String resource, FileStoreTable table) {
        Long snapshot = table.snapshotManager().latestSnapshotId();
        if (snapshot == null) {
            return 0;
        }
        Counted known = counts.get(resource);
        if (known != null && known.snapshot() == snapshot) {
            return known.rows();
        }
        long rows = count(table.newReadBuilder().withProjection(new int[] {0}));
        counts.put(resource, new Counted(snapshot, rows));
        return rows;
    }

    /** The commit itself knows the rows of files that need no merging, less those marked as deleted; others are read. */
    private static long count(ReadBuilder reading) {
        long rows = 0;
        for (Split split : reading.newScan().plan().splits()) {
            OptionalLong known = split.mergedRowCount();
            rows += known.isPresent() ? known.getAsLong() : read(reading, List.of(split), Long.MAX_VALUE, row -> {});
        }
        return rows;
    }

    private static List<Map<String, @Nullable Object>> sample(FileStoreTable table, int limit) {
        List<DataField> fields = table.rowType().getFields();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        ReadBuilder reading = table.newReadBuilder().withLimit(limit);
        read(reading, reading.newScan().plan().splits(), limit, row -> rows.add(named(fields, row)));
        return rows;
    }

    private static long read(
            ReadBuilder reading, List<Split> splits, long limit, java.util.function.Consumer<InternalRow> to) {
        long rows = 0;
        try {
            for (Split split : splits) {
                try (RecordReader<InternalRow> reader = reading.newRead().createReader(split)) {
                    rows += drain(reader, limit - rows, to);
                }
                if (rows >= limit) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pool", e);
        }
        return rows;
    }

    private static long drain(RecordReader<InternalRow> reader, long limit, java.util.function.Consumer<InternalRow> to)
            throws IOException {
        long rows = 0;
        RecordReader.RecordIterator<InternalRow> batch;
        while (rows < limit && (batch = reader.readBatch()) != null) {
            InternalRow row;
            while (rows < limit && (row = batch.next()) != null) {
                to.accept(row);
                rows++;
            }
            batch.releaseBatch();
        }
        return rows;
    }

    private static Map<String, @Nullable Object> named(List<DataField> fields, InternalRow row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            DataField field = fields.get(i);
            if (isBytes(field)) {
                continue; // the canonical tuple kept beside the typed columns is not for reading
            }
            Object value = InternalRow.createFieldGetter(field.type(), i).getFieldOrNull(row);
            named.put(field.name(), plain(field, value));
        }
        return named;
    }

    private static boolean isBytes(DataField field) {
        return field.type().getTypeRoot() == DataTypeRoot.VARBINARY
                || field.type().getTypeRoot() == DataTypeRoot.BINARY;
    }

    private static @Nullable Object plain(DataField field, @Nullable Object value) {
        if (value instanceof Integer days && field.type().getTypeRoot() == DataTypeRoot.DATE) {
            return java.time.LocalDate.ofEpochDay(days).toString();
        }
        return value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean
                ? value
                : value.toString();
    }
}
