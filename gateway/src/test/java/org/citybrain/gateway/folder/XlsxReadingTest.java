package org.citybrain.gateway.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citybrain.gateway.folder.XlsxBook.blank;
import static org.citybrain.gateway.folder.XlsxBook.error;
import static org.citybrain.gateway.folder.XlsxBook.formula;
import static org.citybrain.gateway.folder.XlsxBook.number;
import static org.citybrain.gateway.folder.XlsxBook.text;
import static org.citybrain.gateway.folder.XlsxBook.textFormula;
import static org.citybrain.gateway.folder.XlsxBook.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {
    @TempDir
    private Path folder;

    private final XlsxBook book = new XlsxBook();

    private CsvReading read() throws Exception {
        return CsvReading.read(book.write(folder.resolve("f.xlsx")), "f.xlsx");
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
    void printsNumbersAsOneSeesThem() throws Exception {
        book.sheet("s")
                .row(text("id"), text("v"))
                .row(number("1"), number("0.1"))
                .row(number("2"), number("0.30000000000000004"))
                .row(number("3"), number("1.2345678901E+10"))
                .row(number("4"), book.number("100", "0.00"))
                .row(number("5"), book.number("1234.5", "#,##0.00"))
                .row(number("6"), book.number("42", "000000"))
                .row(number("7"), number("-0.0"))
                .row(number("8"), book.number("12.345", "0.0"))
                .row(number("9"), truth(true))
                .row(number("10"), number("123456789012345"));
        CsvReading reading = read();
        assertThat(reading.rows().stream().map(row -> row.values().get(1)))
                .containsExactly(
                        "0.1",
                        "0.3",
                        "12345678901",
                        "100.00",
                        "1234.50",
                        "000042",
                        "0",
                        "12.345",
                        "TRUE",
                        "123456789012345");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void setsNumbersAsideThatLostTheirLastDigits() throws Exception {
        book.sheet("s").row(text("id"), text("v")).row(number("1"), number("3.6098219900101E+17"));
        assertThat(codes(read())).containsExactly("GW-226 f.xlsx!s B2");
    }

    @Test
    void printsDatesOf1900WithoutTheDayThatNeverWas() throws Exception {
        book.sheet("s")
                .row(text("id"), text("v"))
                .row(number("1"), book.number("1", "yyyy-mm-dd"))
                .row(number("2"), book.number("59", "yyyy\"年\"m\"月\"d\"日\""))
                .row(number("3"), book.number("60", "yyyy-mm-dd"))
                .row(number("4"), book.number("61", "yyyy-mm-dd"))
                .row(number("5"), book.number("46338.333333333336", "yyyy-mm-dd hh:mm:ss"))
                .row(number("6"), book.number("46338.5", "yyyy/m/d"))
                .row(number("7"), book.number("0.25", "h:mm"))
                .row(number("8"), book.number("-3", "yyyy-mm-dd"));
        CsvReading reading = read();
        assertThat(values(reading))
                .containsExactly(
                        List.of("1", "1900-01-01"),
                        List.of("2", "1900-02-28"),
                        List.of("4", "1900-03-01"),
                        List.of("5", "2026-11-12 08:00:00"),
                        List.of("6", "2026-11-12 12:00:00"),
                        List.of("7", "06:00:00"));
        assertThat(codes(reading)).containsExactly("GW-224 f.xlsx!s B4", "GW-225 f.xlsx!s B9");
    }

    @Test
    void printsDatesOf1904() throws Exception {
        book.from1904()
                .sheet("s")
                .row(text("id"), text("v"))
                .row(number("1"), book.number("0", "yyyy-mm-dd"))
                .row(number("2"), book.number("44876", "yyyy-mm-dd"));
        assertThat(values(read())).containsExactly(List.of("1", "1904-01-01"), List.of("2", "2026-11-12"));
    }

    @Test
    void takesTheSavedResultOfAFormulaAndSaysSo() throws Exception {
        book.sheet("s")
                .row(text("id"), text("sum"), text("word"))
                .row(number("1"), formula("A2*2", "2"), textFormula("\"x\"", "x"))
                .row(number("2"), formula("A3*2", ""), text("y"))
                .row(number("3"), formula("A4*2", "6"), text("z"));
        CsvReading reading = read();
        assertThat(values(reading)).containsExactly(List.of("1", "2", "x"), List.of("3", "6", "z"));
        assertThat(codes(reading)).containsExactly("GW-222 f.xlsx!s B3", "GW-221 f.xlsx!s B2", "GW-221 f.xlsx!s C2");
        assertThat(reading.badRows()).isEqualTo(1);
    }

    @Test
    void setsRowsUnderMergedCellsAsideAndNamesTheRangeOnce() throws Exception {
        book.sheet("s")
                .row(text("2026 年学校名册"))
                .row(text("id"), text("town"))
                .row(number("1"), text("x"))
                .row(number("2"), blank())
                .row(number("3"), blank())
                .row(number("4"), text("y"))
                .merge("A1:B1")
                .merge("B3:B5");
        CsvReading reading = read();
        assertThat(values(reading)).containsExactly(List.of("1", "x"), List.of("4", "y"));
        assertThat(codes(reading)).containsExactly("GW-220 f.xlsx!s B3:B5");
        assertThat(reading.badRows()).isEqualTo(2);
    }

    @Test
    void findsErrorCells() throws Exception {
        book.sheet("s")
                .row(text("id"), text("v"))
                .row(number("1"), error("#REF!"))
                .row(number("2"), "<c @ t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>")
                .row(number("3"), text("#REF!"));
        CsvReading reading = read();
        assertThat(values(reading)).as("a text is a text").containsExactly(List.of("3", "#REF!"));
        assertThat(codes(reading)).containsExactly("GW-223 f.xlsx!s B2", "GW-223 f.xlsx!s B3");
    }

    @Test
    void looksForTheHeadingBelowTitlesAndSkipsEmptyRows() throws Exception {
        book.sheet("s")
                .skip(2)
                .row(text("全市教师名册"))
                .row(blank(), text("单位：人"))
                .row(book.shared("编号"), book.shared("姓名"), book.shared("学校"))
                .row(number("1"), book.shared(" 张三 "), text("一小"))
                .skip(3)
                .row(number("2"), text("李四"))
                .row(blank(), blank(), blank());
        CsvReading reading = read();
        assertThat(reading.columns()).containsExactly("编号", "姓名", "学校");
        assertThat(reading.rows())
                .containsExactly(
                        new CsvReading.Row(6, List.of("1", " 张三 ", "一小")),
                        new CsvReading.Row(10, List.of("2", "李四", "")));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void takesTheFirstVisibleSheetAndNamesTheOthers() throws Exception {
        book.hiddenSheet("old").row(text("id"), text("v")).row(number("9"), text("no"));
        book.sheet("now").row(text("id"), text("v")).row(number("1"), text("a"), text("stray"));
        book.sheet("more").row(text("id"), text("v"));
        CsvReading reading = read();
        assertThat(values(reading)).containsExactly(List.of("1", "a"));
        assertThat(codes(reading)).containsExactly("GW-228 f.xlsx!old", "GW-228 f.xlsx!more", "GW-227 f.xlsx!now C2");
    }

    @Test
    void readsAWorkbookWithoutFormatsAndSharedTexts() throws Exception {
        book.minimal()
                .sheet("s")
                .row(text("id"), text("name"), text("v"))
                .row(number("1"), text("张三"), number("0.5"))
                .row(number("2"), text("李四"), "<c @ s=\"1\"><v>46338</v></c>");
        CsvReading reading = read();
        assertThat(values(reading)).containsExactly(List.of("1", "张三", "0.5"), List.of("2", "李四", "46338"));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeOpenedWithItsReason() throws Exception {
        Path file = folder.resolve("locked.xlsx");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        CsvReading locked = CsvReading.read(file, "locked.xlsx");
        assertThat(codes(locked)).containsExactly("GW-201 locked.xlsx");
        assertThat(locked.findings().getFirst().message().en()).contains("password");

        book.sheet("s").row(text("id"), text("v")).row(number("1"), text("a"));
        byte[] whole = Files.readAllBytes(book.write(folder.resolve("w.xlsx")));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(codes(CsvReading.read(file, "half.xlsx"))).containsExactly("GW-201 half.xlsx");
        Files.writeString(file, "no workbook at all");
        assertThat(codes(CsvReading.read(file, "text.xlsx"))).containsExactly("GW-201 text.xlsx");
    }
}
