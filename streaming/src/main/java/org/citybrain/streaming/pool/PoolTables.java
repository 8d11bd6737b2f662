package org.citybrain.streaming.pool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.types.DataField;
import org.apache.paimon.types.DataType;
import org.apache.paimon.types.DataTypes;
import org.apache.paimon.types.RowType;
import org.apache.paimon.utils.SnapshotManager;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.WireJson;

/**
 * The pool's tables: made when a resource's first batch comes, widened when a new schema version does. A dropped field
 * keeps its column and is null from then on; a retyped one is cast to a wider type, or to text.
 */
public final class PoolTables implements AutoCloseable {
    /** The row's key: key values joined by U+001F, or digest and occurrence number for tables without a key. */
    public static final String KEY = "_key";
    /** Canonical tuple as it came: the source's own text of every value. */
    public static final String RAW = "_raw";
    /** Schema version of {@link #RAW}. */
    public static final String VERSION = "_ver";
    /** Sequence of the batch with the last change. */
    public static final String SEQUENCE = "_seq";
    /** Row of that batch. */
    public static final String ROW = "_row";
    /** When the source made the last change. */
    public static final String SOURCE_TIME = "_source_time";
    /** When intake knew it. */
    public static final String KNOWN = "_known";

    /** Table option per schema version: the names of its fields, by which {@link #RAW} is read without a catalogue. */
    static final String FIELDS_PREFIX = "citybrain.fields.";

    private static final String SOURCE_SUFFIX = "__batches";

    private static final Map<String, String> STANDARD_OPTIONS = Map.ofEntries(
            Map.entry("bucket", "1"),
            // our own order, so that a change taken twice is the same as once
            Map.entry("sequence.field", SEQUENCE + "," + ROW),
            Map.entry("file.format", "parquet"),
            Map.entry("parquet.block.size", "8388608"),
            // a dictionary of few values is worth it; for others it is built only to be given up
            Map.entry("parquet.dictionary.page.size", "16384"),
            // no two rows share these: each would be looked up and never found
            Map.entry("parquet.enable.dictionary#" + KEY, "false"),
            Map.entry("parquet.enable.dictionary#" + RAW, "false"),
            Map.entry("write-buffer-spillable", "false"),
            // keys are columns already; without this each file holds them a second time
            Map.entry("data-file.thin-mode", "true"),
            // a first load writes sorted runs quickly: joining few of them early would rewrite the same rows
            Map.entry("num-sorted-run.compaction-trigger", "24"),
            Map.entry("num-sorted-run.stop-trigger", "72"));

    /** How SOURCE is written; readers need not know. */
    private static final Map<String, String> SOURCE_WRITING = Map.of(
            // into shared memory: an open file holds the largest batch it has seen, and a thousand tables have one each
            "write-buffer-for-append",
            "true",
            "write-buffer-spillable",
            "false",
            // a thread for each file that is written is no gain
            "async-file-write",
            "false",
            // joining files takes a commit of its own, so not at every fifth
            "compaction.min.file-num",
            "20");

    private final Catalog catalog;

    private PoolTables(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Opens the warehouse in a folder or at an address such as s3://…, which need not exist yet. */
    public static PoolTables open(String warehouse) {
        Options options = new Options();
        options.set(
                "warehouse",
                warehouse.contains("://")
                        ? warehouse
                        : Path.of(warehouse).toUri().toString());
        // several processes write schema and snapshots
        options.set("cache-enabled", "false");
        return new PoolTables(CatalogFactory.createCatalog(CatalogContext.create(options)));
    }

    /** Identifier of a resource's STANDARD table. */
    public static Identifier standard(String resource) {
        int dot = resource.indexOf('.');
        return Identifier.create(resource.substring(0, dot), resource.substring(dot + 1));
    }

    /** Whether a table's name is that of a SOURCE table. */
    static boolean isSource(String table) {
        return table.endsWith(SOURCE_SUFFIX);
    }

    /** The table name of the resource to which a STANDARD or SOURCE table belongs. */
    static String resourceTable(String table) {
        return table.endsWith(SOURCE_SUFFIX) ? table.substring(0, table.length() - SOURCE_SUFFIX.length()) : table;
    }

    /** Identifier of a resource's SOURCE table. */
    public static Identifier source(String resource) {
        int dot = resource.indexOf('.');
        return Identifier.create(resource.substring(0, dot), resource.substring(dot + 1) + SOURCE_SUFFIX);
    }

    /**
     * A table that is there.
     *
     * @throws Catalog.TableNotExistException when it is not
     */
    public FileStoreTable get(Identifier table) throws Catalog.TableNotExistException {
        return (FileStoreTable) catalog.getTable(table);
    }

    /** Whether the table is there. */
    public boolean has(Identifier table) {
        try {
            catalog.getTable(table);
            return true;
        } catch (Catalog.TableNotExistException e) {
            return false;
        }
    }

    /** The last sequence of a lane that the pool contains; 0 when it has none of the resource. */
    public long lanePosition(String resource, int lane) throws Exception {
        if (!has(source(resource))) {
            return 0;
        }
        // SOURCE takes every row, so its newest commit that names the lane says how far the pool is
        SnapshotManager snapshots = get(source(resource)).snapshotManager();
        Long id = snapshots.latestSnapshotId();
        while (id != null && snapshots.snapshotExists(id)) {
            Map<String, String> properties = snapshots.snapshot(id).properties();
            String position = properties == null ? null : properties.get("lane." + lane);
            if (position != null) {
                return Long.parseLong(position);
            }
            id--;
        }
        return 0;
    }

    /** The STANDARD table of the resource with room for every field of the version. */
    public FileStoreTable standardFor(String resource, SchemaVersion version) throws Exception {
        Identifier table = standard(resource);
        FileStoreTable present = found(table, () -> standardSchema(version));
        List<SchemaChange> changes = changes(present.rowType(), version);
        String names = fieldNames(version);
        if (!names.equals(present.options().get(FIELDS_PREFIX + version.version()))) {
            changes.add(SchemaChange.setOption(FIELDS_PREFIX + version.version(), names));
        }
        if (changes.isEmpty()) {
            return present;
        }
        catalog.alterTable(table, changes, false);
        return get(table);
    }

    /** The SOURCE table of the resource. */
    public FileStoreTable sourceFor(String resource) throws Exception {
        return found(source(resource), PoolTables::sourceSchema).copy(SOURCE_WRITING);
    }

    // writers of many tables open and close all the time: a table that is there costs one look
    private FileStoreTable found(Identifier table, Supplier<Schema> schema) throws Exception {
        try {
            return get(table);
        } catch (Catalog.TableNotExistException e) {
            catalog.createDatabase(table.getDatabaseName(), true);
            catalog.createTable(table, schema.get(), true);
            return get(table);
        }
    }

    private static Schema standardSchema(SchemaVersion version) {
        Schema.Builder schema =
                Schema.newBuilder().column(KEY, DataTypes.STRING().notNull());
        version.fields().forEach(field -> schema.column(field.name(), ColumnTypes.of(field)));
        return schema.column(RAW, DataTypes.BYTES())
                .column(VERSION, DataTypes.INT())
                .column(SEQUENCE, DataTypes.BIGINT())
                .column(ROW, DataTypes.INT())
                .column(SOURCE_TIME, DataTypes.TIMESTAMP(6))
                .column(KNOWN, DataTypes.TIMESTAMP(6))
                .primaryKey(KEY)
                .options(STANDARD_OPTIONS)
                .build();
    }

    private static String fieldNames(SchemaVersion version) {
        return new String(
                WireJson.write(version.fields().stream().map(FieldSpec::name).toList()), StandardCharsets.UTF_8);
    }

    private static Schema sourceSchema() {
        return Schema.newBuilder()
                .column("lane", DataTypes.INT().notNull())
                .column("seq", DataTypes.BIGINT().notNull())
                .column("ver", DataTypes.INT().notNull())
                .column("row_count", DataTypes.INT().notNull())
                .column("batch", DataTypes.BYTES().notNull())
                .column("known_time", DataTypes.TIMESTAMP(6).notNull())
                // one bucket, so that the writer joins small files as it goes; batches are read whole, so by rows
                .options(Map.of("bucket", "1", "bucket-key", "seq", "file.format", "avro"))
                .build();
    }

    private static List<SchemaChange> changes(RowType present, SchemaVersion version) {
        Map<String, DataField> columns = new LinkedHashMap<>();
        present.getFields().forEach(column -> columns.put(column.name(), column));
        List<SchemaChange> changes = new ArrayList<>();
        for (FieldSpec field : version.fields()) {
            DataField column = columns.get(field.name());
            DataType wanted = ColumnTypes.of(field);
            if (column == null) {
                changes.add(SchemaChange.addColumn(field.name(), wanted));
            } else {
                DataType wide = ColumnTypes.wider(column.type(), wanted);
                if (!wide.equals(column.type())) {
                    changes.add(SchemaChange.updateColumnType(field.name(), wide));
                }
            }
        }
        return changes;
    }

    @Override
    public void close() throws Exception {
        catalog.close();
    }
}
