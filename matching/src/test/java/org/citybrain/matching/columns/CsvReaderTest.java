package org.citybrain.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final String TEXT = "\uFEFFid, name\r\n1, \"Li, \"\"Wei\"\"\nof Yichun\"\r\n\r\n2,  刘国庆 \n3,";

    @TempDir
    Path folder;

    private static List<List<String>> rows(Path file) throws IOException {
        return rows(file, StandardCharsets.UTF_8, ',');
    }

    private static List<List<String>> rows(Path file, Charset charset, char separator) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader csv = CsvReader.open(file, charset, separator)) {
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

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "Big5", "Shift_JIS"})
    void splitsNoSignWhoseSecondByteLooksLikeTheSeparator(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        int signs = 0;
        for (char separator : "|^@_`~[]{}\\".toCharArray()) {
            for (int lead = 0x81; lead < 0xFE; lead++) {
                String sign = new String(new byte[] {(byte) lead, (byte) separator}, charset);
                if (sign.length() == 1 && sign.charAt(0) != '\uFFFD') {
                    Path file = folder.resolve("a.csv");
                    Files.write(
                            file,
                            ("a" + separator + "b\n刘" + sign + separator + "\"" + sign + "\"\n").getBytes(charset));
                    String first = new String("刘".getBytes(charset), charset);
                    assertThat(rows(file, charset, separator))
                            .containsExactly(List.of("a", "b"), List.of(first + sign, sign));
                    signs++;
                }
            }
        }
        assertThat(signs).as("signs tried").isGreaterThan(100);
    }

    @Test
    void readsATextOfAnotherEncodingWholeHoweverItIsRead() throws IOException {
        Charset charset = Charset.forName("GBK");
        String text = "刘国庆𠮷|,a\n"
                .replace("𠮷", new String(new byte[] {(byte) 0x81, 0x7C}, charset))
                .repeat(40_000);
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(charset));
        try (InputStream in = CsvReader.stream(file, charset)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
        Path broken = Files.write(folder.resolve("b.csv"), new byte[] {'a', (byte) 0x81, '\n', 'b', (byte) 0x81});
        try (InputStream in = CsvReader.stream(broken, charset)) {
            assertThat(in.readAllBytes()).containsExactly('a', 0xFF, '\n', 'b', 0xFF);
        }
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
