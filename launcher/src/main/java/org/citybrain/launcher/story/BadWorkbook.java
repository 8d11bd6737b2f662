package org.citybrain.launcher.story;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as people make them: a title, merged cells, formulas with and without results, errors, dates of 1900. Written
 * part by part, because no library writes such things willingly.
 */
final class BadWorkbook {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String ROWS = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>安全检查登记表</t></is></c></row>
            <row r="3">H:编号 H:楼栋 H:日期 H:数量</row>
            <row r="4"><c r="A4"><v>1</v></c>B4:一号楼 <c r="C4" s="1"><v>59</v></c><c r="D4"><f>6*2</f><v>12</v></c></row>
            <row r="5"><c r="A5"><v>2</v></c>B5:二号楼 <c r="C5" s="1"><v>46338</v></c><c r="D5"><v>0.5</v></c></row>
            <row r="6"><c r="A6"><v>3</v></c>B6:三号楼 <c r="C6" s="1"><v>60</v></c><c r="D6"><v>1</v></c></row>
            <row r="7"><c r="A7"><v>4</v></c>B7:四号楼 <c r="C7" s="1"><v>46338</v></c><c r="D7"><f>D4+1</f></c></row>
            <row r="8"><c r="A8"><v>5</v></c>B8:五号楼 <c r="C8" s="1"><v>61</v></c><c r="D8"><v>7</v></c></row>
            <row r="9"><c r="A9"><v>6</v></c><c r="B9"/><c r="C9" s="1"><v>46338</v></c><c r="D9"><v>1</v></c></row>
            <row r="10"><c r="A10"><v>7</v></c>B10:七号楼 <c r="C10" s="1"><v>46338</v></c><c r="D10" t="e"><v>#REF!</v></c></row>
            <row r="11"><c r="A11"><v>8</v></c>B11:八号楼 <c r="C11"/><c r="D11" s="2"><v>100</v></c></row>
            <row r="12"><c r="A12"><v>9</v></c>B12:九号楼 <c r="C12"/><c r="D12"><v>3.6098219900101E+17</v></c></row>
            """;

    private BadWorkbook() {}

    static void write(Path file) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName());
        try (OutputStream out = Files.newOutputStream(beside);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("/xl/workbook.xml", "sheet.main") + type("/xl/styles.xml", "styles")
                            + type("/xl/worksheets/sheet1.xml", "worksheet") + "</Types>");
            part(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + MAIN + " xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"登记\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                            + relation("rId2", "styles", "styles.xml")));
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet " + MAIN
                            + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                            + "</numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"2\"/>"
                            + "</cellXfs></styleSheet>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + MAIN + "><sheetData>" + rows()
                            + "</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B8:B9\"/></mergeCells>"
                            + "</worksheet>");
        }
        Files.move(beside, file);
    }

    /** The rows with their texts spelt out: {@code B4:text } and, in the heading, {@code H:text}. */
    private static String rows() {
        String heading = ROWS;
        for (char column = 'A'; column <= 'D'; column++) {
            heading = heading.replaceFirst("H:", column + "3:");
        }
        return heading.replaceAll("([A-D]\\d+):([^ <]+) ?", "<c r=\"$1\" t=\"inlineStr\"><is><t>$2</t></is></c>")
                .replace("\n", "");
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + kind + "+xml\"/>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inner + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
