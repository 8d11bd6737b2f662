package org.citybrain.matching.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.citybrain.matching.columns.StoreLoader;
import org.citybrain.matching.schema.InputFormat;

/** Input files of any form that can be read: CSV as it is; Parquet is written out as CSV first, by DuckDB. */
final class InputFiles {
    private InputFiles() {}

    static void load(Path file, InputFormat format, StoreLoader loader, String truthColumn) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".parquet")) {
            loader.load(file, truthColumn);
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new PlainFailure("没有这个文件 · no such file: " + file);
        }
        if (!format.charset().equals(StandardCharsets.UTF_8)) {
            throw new PlainFailure(
                    "Parquet 是 UTF-8, 请去掉 encoding · Parquet is UTF-8: drop `encoding` from the declaration");
        }
        Path folder = Files.createTempDirectory("citybrain-parquet-");
        // the same name, for a file may be a source
        Path csv = folder.resolve(name);
        try {
            write(file, csv, format.separator());
            loader.load(csv, truthColumn);
        } finally {
            Files.deleteIfExists(csv);
            Files.deleteIfExists(folder);
        }
    }

    private static void write(Path parquet, Path csv, char separator) {
        String sql = "COPY (SELECT COLUMNS(*)::VARCHAR FROM read_parquet(" + quoted(parquet.toString()) + ")) TO "
                + quoted(csv.toString()) + " (FORMAT csv, HEADER, DELIMITER " + quoted(String.valueOf(separator)) + ")";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            // the rows in the order of the file, whatever the number of threads
            statement.execute("SET preserve_insertion_order = true");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new PlainFailure(
                    "不是可读的 Parquet 文件 · not a readable Parquet file: " + parquet + ": " + e.getMessage());
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
