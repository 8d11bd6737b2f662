package org.citybrain.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.citybrain.matching.Rows;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.schema.SchemaFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    private RecordStore load(Path file) throws Exception {
        RecordStore store = new RecordStore(new Lexicon(SchemaFile.parse(Rows.PERSONS)));
        InputFiles.load(file, store.schema().input(), new StoreLoader(store), "");
        return store;
    }

    @Test
    void readsParquetAsItReadsCsv() throws Exception {
        Path parquet = folder.resolve("persons.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES (7, '刘,国庆', DATE '1955-10-01', '男'), (8, 'a\"b', NULL, '女'))"
                    + " t(key, name, born, sex)) TO '" + parquet + "' (FORMAT parquet)");
        }
        RecordStore store = load(parquet);

        assertThat(store.size()).isEqualTo(2);
        assertThat(store.key(0)).isEqualTo("7");
        assertThat(store.text(1, 0)).isEqualTo("刘国庆");
        assertThat(store.text(2, 0)).isEqualTo("19551001");
        assertThat(store.text(2, 1)).isEmpty();
        assertThat(store.sourceNames()).containsExactly("persons.parquet");
    }

    @Test
    void saysThatAFileIsNoParquet() throws Exception {
        Path file = Files.writeString(folder.resolve("no.parquet"), "name\n");

        assertThatThrownBy(() -> load(file)).isInstanceOf(PlainFailure.class).hasMessageContaining("Parquet");
    }
}
