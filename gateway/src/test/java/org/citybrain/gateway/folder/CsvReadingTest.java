package org.citybrain.gateway.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.citybrain.kernel.finding.Finding;
import org.junit.jupiter.api.Test;

class CsvReadingTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static CsvReading read(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return CsvReading.read(CsvBytes.of(all.toByteArray()), new FileFindings("f.csv"));
    }

    private static CsvReading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> values(CsvReading reading) {
        return reading.rows().stream().map(CsvReading.Row::values).toList();
    }

    private static List<String> codes(CsvReading reading) {
        return reading.findings().stream()
                .map(finding -> finding.code() + " " + finding.place())
                .toList();
    }

    @Test
    void readsQuotesLineEndsAndDelimiters() {
        assertThat(values(read("id,t\r\n1,\"a,\"\"b\"\"\nc\"\r\n2,\n\n3,x")))
                .containsExactly(List.of("1", "a,\"b\"\nc"), List.of("2", ""), List.of("3", "x"));
        assertThat(values(read("id;t\n1;a,b\n"))).containsExactly(List.of("1", "a,b"));
        assertThat(values(read("id\tt\n1\ta b\n"))).containsExactly(List.of("1", "a b"));
        assertThat(values(read("name\n a \n"))).as("no value is altered").containsExactly(List.of(" a "));
    }

    @Test
    void readsUtf8WithAndWithoutMarkAndGbk() {
        byte[] text = "编号,姓名\n1,张三\n".getBytes(StandardCharsets.UTF_8);
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        assertThat(read(mark, text).columns()).containsExactly("编号", "姓名");
        assertThat(read(text).encoding()).isEqualTo("UTF-8");
        CsvReading gbk = read("编号,姓名\n1,张三\n".getBytes(GBK));
        assertThat(gbk.encoding()).isEqualTo("GBK");
        assertThat(values(gbk)).containsExactly(List.of("1", "张三"));
        assertThat(gbk.findings()).isEmpty();
    }

    @Test
    void splitsNoSignOfGbkWhateverItsSecondByteIs() {
        // the lowest is 0x40, above comma, semicolon and tab: only those part a file of a folder
        for (char delimiter : new char[] {',', ';', '\t'}) {
            for (int trail = 0x40; trail < 0xFF; trail++) {
                String sign = new String(new byte[] {(byte) 0x81, (byte) trail}, GBK);
                if (trail != 0x7F && sign.length() == 1 && sign.charAt(0) != '\uFFFD') {
                    String text = "编号,姓名\n1,张三李四王五赵六" + sign + "\n2,\"" + sign + "\"\n3,张三\n";
                    CsvReading reading = read(text.replace(',', delimiter).getBytes(GBK));
                    assertThat(values(reading))
                            .containsExactly(List.of("1", "张三李四王五赵六" + sign), List.of("2", sign), List.of("3", "张三"));
                }
            }
        }
    }

    @Test
    void setsRowsOfAnotherEncodingAside() {
        CsvReading mostlyUtf8 = read(
                "编号,姓名\n1,张三\n2,李四\n".getBytes(StandardCharsets.UTF_8),
                "3,王五\n".getBytes(GBK),
                "4,赵六\n".getBytes(StandardCharsets.UTF_8));
        assertThat(codes(mostlyUtf8)).containsExactly("GW-203 f.csv:4");
        assertThat(mostlyUtf8.rows()).hasSize(3);
        CsvReading mostlyGbk = read("编号,姓名\n1,张三\n2,李四\n".getBytes(GBK), "3,王五王\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mostlyGbk.encoding()).isEqualTo("GBK");
        assertThat(codes(mostlyGbk)).containsExactly("GW-203 f.csv:4");
        CsvReading latin = read(
                "id,name\n1,Andr".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xE9},
                "n\n2,b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(latin.encoding()).as("nonsense is not taken for GBK").isEqualTo("UTF-8");
        assertThat(codes(latin)).containsExactly("GW-203 f.csv:2");
        assertThat(latin.rows()).hasSize(1);
    }

    @Test
    void findsNulRaggedOversizeAndBrokenQuotesWithTheirLinesAndGoesOn() {
        CsvReading reading = read("id,v\n1,a\0b\n2\n3,x,y\n4," + "z".repeat(40_000) + "\n5,\"open\n6,\"a\"b\n7,good\n");
        assertThat(codes(reading))
                .containsExactly(
                        "GW-204 f.csv:2",
                        "GW-205 f.csv:3",
                        "GW-205 f.csv:4",
                        "GW-206 f.csv:5",
                        "GW-208 f.csv:6",
                        "GW-208 f.csv:7");
        assertThat(values(reading)).containsExactly(List.of("7", "good"));
        assertThat(reading.badRows()).isEqualTo(6);
        assertThat(reading.findings())
                .allSatisfy(finding -> assertThat(finding.advice().zh()).isNotBlank());
        assertThat(reading.findings()).extracting(Finding::field).contains("v");
    }

    @Test
    void refusesFilesWithoutAHeader() {
        assertThat(codes(read(""))).containsExactly("GW-202 f.csv:1");
        assertThat(codes(read("1,2\n3,4\n"))).containsExactly("GW-202 f.csv:1");
        assertThat(codes(read("a,,b\n"))).containsExactly("GW-202 f.csv:1");
        assertThat(codes(read("a,A\n1,2\n"))).containsExactly("GW-202 f.csv:1");
    }

    @Test
    void guessesTheKey() {
        assertThat(read("id,v\n1,a\n2,a\n").guessKey()).isEqualTo("id");
        assertThat(read("id,v\n1,a\n1,b\n").guessKey()).as("named like one").isEqualTo("id");
        assertThat(read("town,v\nx,a\nx,b\ny,c\n").guessKey()).isNull();
        assertThat(read("id,v\n1,a\n ,b\n").guessKey()).isNull();
    }

    @Test
    void neverFailsOnRandomBytes() {
        Random random = new Random(5);
        byte[] signs = "a,;\"\n\r\t\0 中".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextInt(6) == 0 ? (byte) random.nextInt() : signs[random.nextInt(signs.length)];
            }
            CsvReading reading = read("h1,h2\n".getBytes(StandardCharsets.UTF_8), bytes);
            assertThat(reading.rows()).allMatch(row -> row.values().size() == 2);
        }
    }
}
