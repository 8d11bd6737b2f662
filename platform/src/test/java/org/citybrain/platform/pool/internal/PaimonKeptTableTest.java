package org.citybrain.platform.pool.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.options.Options;
import org.apache.paimon.schema.Schema;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.StreamTableWrite;
import org.apache.paimon.table.sink.TableCommitImpl;
import org.apache.paimon.types.DataTypes;
import org.apache.paimon.types.RowKind;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.platform.pool.KeptTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit of the pool as intake writes it: rows by key, lane positions among the commit's properties. */
class PaimonKeptTableTest {
    private static final Identifier TABLE = Identifier.create("roads", "lamp");

    @TempDir
    private Path warehouse;

    @Test
    void readsEachRowOnceAndSaysUpToWhichBatchItIs() throws Exception {
        try (Catalog catalog = catalog();
                PaimonTables subject = new PaimonTables(warehouse)) {
            assertThat(subject.newest("roads.lamp")).isEmpty();
            create(catalog);
            commit(catalog, 1, Map.of("lane.0", "7"), row(RowKind.INSERT, "1", 1, 7), row(RowKind.INSERT, "2", 1, 7));
            KeptTable first = subject.newest("roads.lamp").orElseThrow();
            catalog.alterTable(
                    TABLE, List.of(SchemaChange.setOption("citybrain.fields.2", "[\"no\",\"colour\"]")), false);
            commit(
                    catalog,
                    2,
                    Map.of("lane.0", "9", "lane.1", "3"),
                    row(RowKind.INSERT, "2", 2, 9),
                    row(RowKind.DELETE, "1", 1, 9));
            commit(catalog, 3, Map.of(), row(RowKind.INSERT, "3", 2, 9));

            assertThat(first.positions()).isEqualTo(Map.of(0, 7L));
            assertThat(rows(first)).isEqualTo(Map.of("1", "no,street@7", "2", "no,street@7"));
            KeptTable newest = subject.newest("roads.lamp").orElseThrow();
            assertThat(newest.positions())
                    .as("of the last commit that names them")
                    .isEqualTo(Map.of(0, 9L, 1, 3L));
            assertThat(rows(newest)).isEqualTo(Map.of("2", "no,colour@9", "3", "no,colour@9"));
        }
    }

    private Catalog catalog() {
        Options options = new Options();
        options.set("warehouse", warehouse.toUri().toString());
        options.set("cache-enabled", "false");
        return CatalogFactory.createCatalog(CatalogContext.create(options));
    }

    private static void create(Catalog catalog) throws Exception {
        catalog.createDatabase("roads", true);
        catalog.createTable(
                TABLE,
                Schema.newBuilder()
                        .column("_key", DataTypes.STRING().notNull())
                        .column("_raw", DataTypes.BYTES())
                        .column("_ver", DataTypes.INT())
                        .column("_seq", DataTypes.BIGINT())
                        .column("_row", DataTypes.INT())
                        .primaryKey("_key")
                        .options(Map.of(
                                "bucket",
                                "1",
                                "sequence.field",
                                "_seq,_row",
                                "citybrain.fields.1",
                                "[\"no\",\"street\"]"))
                        .build(),
                false);
    }

    private static GenericRow row(RowKind kind, String key, int version, long sequence) {
        byte[] raw = Tuple.encode(List.of(key, "北街"));
        GenericRow row = GenericRow.of(BinaryString.fromString(key), raw, version, sequence, 0);
        row.setRowKind(kind);
        return row;
    }

    private void commit(Catalog catalog, long id, Map<String, String> properties, GenericRow... rows) throws Exception {
        FileStoreTable table = (FileStoreTable) catalog.getTable(TABLE);
        try (StreamTableWrite write =
                        table.newStreamWriteBuilder().withCommitUser("intake").newWrite();
                TableCommitImpl commit = table.newCommit("intake")) {
            write.withIOManager(new org.apache.paimon.disk.IOManagerImpl(warehouse.toString()));
            for (GenericRow row : rows) {
                write.write(row);
            }
            ManifestCommittable committable = new ManifestCommittable(id);
            write.prepareCommit(true, id).forEach(committable::addFileCommittable);
            properties.forEach(committable::addProperty);
            commit.commit(committable);
        }
    }

    private static Map<String, String> rows(KeptTable table) {
        Map<String, String> rows = new TreeMap<>();
        table.read((fields, values, sequence, row) -> {
            String before = rows.put(values.getFirst(), String.join(",", fields) + "@" + sequence);
            assertThat(before).isNull();
        });
        return rows;
    }
}
