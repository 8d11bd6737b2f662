package org.citybrain.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citybrain.matching.schema.InputFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowChunksTest {
    private static final InputFormat FORMAT = new InputFormat("", "", StandardCharsets.UTF_8, ',', "");
    private static final String[] BITS = {"a", "刘", ",", "\"", "\"\"", " ", "\n", "\r\n", "\r", "b,\"c\nd\",e\n"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheSameRowsHoweverTheFileIsCut(long seed) throws IOException {
        Path file = folder.resolve("rows.csv");
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("one,two\n");
        for (int i = 0; i < 400; i++) {
            text.append(BITS[random.nextInt(BITS.length)]);
        }
        Files.writeString(file, text);
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file, StandardCharsets.UTF_8, ',')) {
            csv.header();
            rows(csv, expected);
        }

        for (int size : new int[] {1, 5, 64, 4096}) {
            assertThat(cut(file, size)).as("pieces of %d bytes", size).isEqualTo(expected);
        }
    }

    private static List<List<String>> cut(Path file, int size) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (RowChunks chunks = RowChunks.open(file, FORMAT, size)) {
            assertThat(chunks.reader(chunks.heading()).header()).containsExactly("one", "two");
            RowChunks.Chunk chunk = chunks.next();
            while (chunk.length() > 0) {
                rows(chunks.reader(chunk), rows);
                chunks.compact();
                chunk = chunks.next();
            }
        }
        return rows;
    }

    private static void rows(CsvReader csv, List<List<String>> into) throws IOException {
        while (csv.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < csv.cells(); i++) {
                row.add(csv.text(i));
            }
            into.add(row);
        }
    }
}
