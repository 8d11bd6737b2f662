package org.citybrain.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {
    private static final String TEXT = "\uFEFFid, name\r\n1, \"Li, \"\"Wei\"\"\nof Yichun\"\r\n\r\n2,  刘国庆 \n3,";

    @TempDir
    Path folder;

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file, StandardCharsets.UTF_8, ',')) {
            rows.add(csv.header());
            while (csv.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < csv.cells(); i++) {
                    row.add(csv.text(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void readsQuotesBlanksAndLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), TEXT);

        assertThat(rows(file))
                .containsExactly(
                        List.of("id", "name"),
                        List.of("1", "Li, \"Wei\"\nof Yichun"),
                        List.of("2", "刘国庆"),
                        List.of("3", ""));
    }

    @Test
    void readsGzipped() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(file)).hasSize(4);
    }
}
