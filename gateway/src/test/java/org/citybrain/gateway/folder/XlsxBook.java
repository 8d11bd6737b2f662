package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written cell by cell as XML, so that a test decides over every byte of it. */
final class XlsxBook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, StringBuilder> sheets = new LinkedHashMap<>();
    private final Map<String, List<String>> merges = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<String> formats = new ArrayList<>(List.of(""));
    private String hidden = "";
    private boolean from1904;
    private boolean minimal;
    private String current = "";
    private int row;

    XlsxBook sheet(String name) {
        current = name;
        row = 0;
        sheets.put(name, new StringBuilder());
        merges.put(name, new ArrayList<>());
        return this;
    }

    XlsxBook hiddenSheet(String name) {
        hidden = name;
        return sheet(name);
    }

    XlsxBook from1904() {
        from1904 = true;
        return this;
    }

    /** Leaves out the parts that a workbook may do without: formats and shared texts. */
    XlsxBook minimal() {
        minimal = true;
        return this;
    }

    /** A row of cells, each made by one of the methods below. */
    XlsxBook row(String... cells) {
        StringBuilder out =
                sheets.get(current).append("<row r=\"").append(++row).append("\">");
        for (int i = 0; i < cells.length; i++) {
            out.append(cells[i].replace("@", "r=\"" + (char) ('A' + i) + row + "\""));
        }
        out.append("</row>");
        return this;
    }

    XlsxBook skip(int rows) {
        row += rows;
        return this;
    }

    XlsxBook merge(String range) {
        merges.get(current).add(range);
        return this;
    }

    static String text(String value) {
        return "<c @ t=\"inlineStr\"><is><t xml:space=\"preserve\">" + value + "</t></is></c>";
    }

    String shared(String value) {
        strings.add(value);
        return "<c @ t=\"s\"><v>" + (strings.size() - 1) + "</v></c>";
    }

    static String number(String raw) {
        return "<c @><v>" + raw + "</v></c>";
    }

    String number(String raw, String format) {
        formats.add(format);
        return "<c @ s=\"" + (formats.size() - 1) + "\"><v>" + raw + "</v></c>";
    }

    static String formula(String formula, String cached) {
        return "<c @><f>" + formula + "</f>" + (cached.isEmpty() ? "" : "<v>" + cached + "</v>") + "</c>";
    }

    static String textFormula(String formula, String cached) {
        return "<c @ t=\"str\"><f>" + formula + "</f><v>" + cached + "</v></c>";
    }

    static String error(String error) {
        return "<c @ t=\"e\"><v>" + error + "</v></c>";
    }

    static String truth(boolean value) {
        return "<c @ t=\"b\"><v>" + (value ? 1 : 0) + "</v></c>";
    }

    static String blank() {
        return "<c @/>";
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", contentTypes());
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/_rels/workbook.xml.rels", rels());
            if (!minimal) {
                part(zip, "xl/styles.xml", styles());
                part(zip, "xl/sharedStrings.xml", sharedStrings());
            }
            int number = 0;
            for (Map.Entry<String, StringBuilder> sheet : sheets.entrySet()) {
                StringBuilder merged = new StringBuilder();
                merges.get(sheet.getKey())
                        .forEach(range ->
                                merged.append("<mergeCell ref=\"").append(range).append("\"/>"));
                part(
                        zip,
                        "xl/worksheets/sheet" + ++number + ".xml",
                        "<worksheet " + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData>"
                                + (merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>") + "</worksheet>");
            }
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String contentTypes() {
        StringBuilder out = new StringBuilder(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>");
        if (!minimal) {
            out.append(
                    "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>");
        }
        for (int i = 1; i <= sheets.size(); i++) {
            out.append(
                    "<Override PartName=\"/xl/worksheets/sheet" + i
                            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }
        return out.append("</Types>").toString();
    }

    private String workbook() {
        StringBuilder out = new StringBuilder("<workbook " + MAIN
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\""
                + (from1904 ? 1 : 0)
                + "\"/><sheets>");
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            out.append("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\""
                    + (name.equals(hidden) ? " state=\"hidden\"" : "") + "/>");
        }
        return out.append("</sheets></workbook>").toString();
    }

    private String rels() {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        StringBuilder out = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            out.append("<Relationship Id=\"rId" + i + "\" Type=\"" + office + "worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        if (minimal) {
            return out.append("</Relationships>").toString();
        }
        return out.append("<Relationship Id=\"rId98\" Type=\"" + office + "styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"rId99\" Type=\"" + office
                        + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")
                .toString();
    }

    private String styles() {
        StringBuilder numbers = new StringBuilder();
        StringBuilder xfs = new StringBuilder();
        for (int i = 0; i < formats.size(); i++) {
            int id = i == 0 ? 0 : 163 + i;
            numbers.append(
                    i == 0
                            ? ""
                            : "<numFmt numFmtId=\"" + id + "\" formatCode=\""
                                    + formats.get(i).replace("\"", "&quot;") + "\"/>");
            xfs.append("<xf numFmtId=\"" + id + "\"/>");
        }
        return "<styleSheet " + MAIN + "><numFmts>" + numbers + "</numFmts><cellXfs>" + xfs + "</cellXfs></styleSheet>";
    }

    private String sharedStrings() {
        StringBuilder out = new StringBuilder("<sst " + MAIN + ">");
        strings.forEach(text ->
                out.append("<si><t xml:space=\"preserve\">").append(text).append("</t></si>"));
        return out.append("</sst>").toString();
    }
}
