package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads one sheet of an XLSX file row by row. What a cell shows is decided by {@link CellText}; what cannot be trusted
 * (merged cells, errors, formulas without a value) is a finding and its row is set aside.
 */
final class XlsxReading {
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private XlsxReading() {}

    /**
     * Hands the rows on.
     *
     * @throws IOException when the file is no workbook that can be read; its message says what it is
     */
    static void read(Path file, FolderDescription.@Nullable Table table, FileFindings findings, Taker taker)
            throws IOException {
        requireOpen(file);
        SheetParts parts = SheetParts.of(file);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(parts.hasStyles(), true))) {
            SheetFindings words = new SheetFindings(findings);
            Sheet sheet = sheet(workbook, table, words);
            if (sheet == null) {
                return;
            }
            MergedCells merged = MergedCells.of(file, parts.partOf(sheet.getName()));
            words.sheet(sheet.getName());
            CellText texts = new CellText(parts.isFrom1904());
            try (Stream<Row> rows = sheet.openStream()) {
                Integer headerRow = table == null ? null : table.headerRow();
                SheetRows reading = new SheetRows(merged, texts, words, taker, headerRow, table);
                Iterator<Row> each = rows.iterator();
                while (each.hasNext() && reading.take(each.next())) {
                    // each row goes its way
                }
                reading.end();
            }
        } catch (ExcelReaderException | IllegalStateException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("the workbook is damaged: " + e.getMessage(), e);
        }
    }

    private static void requireOpen(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (java.util.Arrays.equals(in.readNBytes(OLE.length), OLE)) {
                throw new IOException(
                        "有密码保护, 或是旧版 .xls · it is protected by a password, or an old .xls; save it as an open .xlsx");
            }
        }
    }

    private static @Nullable Sheet sheet(
            ReadableWorkbook workbook, FolderDescription.@Nullable Table table, SheetFindings words) {
        String wanted = table == null ? null : table.sheet();
        List<Sheet> sheets = workbook.getSheets().toList();
        if (wanted != null) {
            Sheet found = sheets.stream()
                    .filter(sheet -> sheet.getName().equals(wanted))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                words.noSheet(wanted);
            }
            return found;
        }
        List<Sheet> visible = sheets.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (visible.isEmpty()) {
            words.noSheet("");
            return null;
        }
        if (table == null) {
            sheets.stream()
                    .filter(sheet -> sheet != visible.getFirst())
                    .forEach(sheet -> words.notTaken(sheet.getName()));
        }
        return visible.getFirst();
    }
}
