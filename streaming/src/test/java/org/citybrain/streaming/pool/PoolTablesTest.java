package org.citybrain.streaming.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.paimon.table.FileStoreTable;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTablesTest {
    private static final FieldSpec NO = FieldSpec.ofColumn("no", "integer", false, true);
    private static final FieldSpec NAME = FieldSpec.ofColumn("name", "character varying(60)", true, false);

    private static SchemaVersion version(int number, FieldSpec... fields) {
        return new SchemaVersion(number, SchemaVersion.fingerprintOf(List.of(fields)), List.of(fields));
    }

    @Test
    void makesATableOnceAndLeavesItAsItIsForTheSameVersion(@TempDir Path warehouse) throws Exception {
        try (PoolTables tables = PoolTables.open(warehouse.toString())) {
            FileStoreTable made = tables.standardFor("civil.person", version(1, NO, NAME));
            FileStoreTable again = tables.standardFor("civil.person", version(1, NO, NAME));
            assertThat(again.schema().id()).isEqualTo(made.schema().id());
            assertThat(again.rowType()).isEqualTo(made.rowType());
            assertThat(tables.sourceFor("civil.person").location())
                    .isEqualTo(tables.sourceFor("civil.person").location())
                    .isNotEqualTo(made.location());
        }
    }

    @Test
    void givesATableRoomForTheFieldsOfANewVersion(@TempDir Path warehouse) throws Exception {
        try (PoolTables tables = PoolTables.open(warehouse.toString())) {
            tables.standardFor("civil.person", version(1, NO, NAME));
            FieldSpec born = FieldSpec.ofColumn("born", "date", true, false);
            FileStoreTable wider = tables.standardFor("civil.person", version(2, NO, NAME, born));
            assertThat(wider.rowType().getFieldNames()).contains("no", "name", "born", PoolTables.RAW);
            assertThat(wider.options()).containsKeys(PoolTables.FIELDS_PREFIX + 1, PoolTables.FIELDS_PREFIX + 2);
            assertThat(tables.standardFor("civil.person", version(1, NO, NAME)).rowType())
                    .isEqualTo(wider.rowType());
        }
    }
}
