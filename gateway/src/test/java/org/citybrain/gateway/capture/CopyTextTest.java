package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.FieldBytes;
import org.citybrain.kernel.batch.RecordsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTextTest {
    private static final int[] FIRST = {0};

    private final Random random = new Random(3);

    @Test
    void readsRowsBackWhateverTheyHoldAndHoweverLongTheyAre(@TempDir Path folder) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            // some rows are longer than the reader's chunk, many lie across its border
            int most = i % 1_500 == 7 ? 1_500_000 : 1_000;
            rows.add(Arrays.asList(value(8), i % 3 == 0 ? null : value(6), value(random.nextInt(most) + 1), ""));
        }
        Path spool = folder.resolve("spool");
        write(spool, rows);
        List<List<String>> read = new ArrayList<>();
        long count = TableSnapshot.read(
                spool,
                4,
                (number, values) -> {
                    assertThat(number).isEqualTo(read.size() + 1);
                    read.add(texts(values));
                },
                sent -> {});
        assertThat(count).isEqualTo(rows.size());
        assertThat(read).isEqualTo(rows);
    }

    private static List<String> texts(FieldBytes values) {
        RecordsWriter writer = new RecordsWriter(64);
        writer.addLoaded(0, new byte[0], FIRST, values);
        ChangeRecord row = ChangeRecord.decode(writer.records().get(0));
        assertThat(row.key().getFirst()).isEqualTo(row.after().getFirst());
        return row.after();
    }

    private String value(int most) {
        String signs = "ab\t\n\r\\N中\b\f\u000b.";
        StringBuilder value = new StringBuilder();
        for (int k = random.nextInt(most); k > 0; k--) {
            value.append(signs.charAt(random.nextInt(signs.length())));
        }
        return value.toString();
    }

    private static void write(Path spool, List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(
                            "\t",
                            row.stream()
                                    .map(value -> value == null ? "\\N" : escape(value))
                                    .toList()))
                    .append('\n');
        }
        Files.write(spool, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\b", "\\b")
                .replace("\f", "\\f")
                .replace("\u000b", "\\v");
    }
}
