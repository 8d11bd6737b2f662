package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** In which part of an XLSX package each sheet lies. Also keeps out packages that would not fit into memory. */
final class SheetParts {
    private static final long MAX_SHARED_STRINGS = 64L << 20;
    private static final long MAX_PART = 4L << 30;
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final XMLInputFactory XML = factory();

    private final Map<String, String> partOfSheet;
    private final boolean from1904;
    private final boolean styles;

    private SheetParts(Map<String, String> partOfSheet, boolean from1904, boolean styles) {
        this.partOfSheet = partOfSheet;
        this.from1904 = from1904;
        this.styles = styles;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Reads the table of contents.
     *
     * @throws IOException when the file is no XLSX package, or larger than can be read here
     */
    static SheetParts of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(SheetParts::requireFit);
            Map<String, String> targets = new HashMap<>();
            each(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "Relationship",
                    xml -> targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target")));
            Map<String, String> parts = new HashMap<>();
            each(zip, "xl/workbook.xml", "sheet", xml -> {
                String id = xml.getAttributeValue(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
                String target = targets.getOrDefault(id, "");
                parts.put(
                        xml.getAttributeValue(null, "name"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            });
            Set<String> dates = new HashSet<>();
            each(zip, "xl/workbook.xml", "workbookPr", xml -> dates.add(xml.getAttributeValue(null, "date1904")));
            return new SheetParts(parts, dates.contains("1") || dates.contains("true"), declares(zip, STYLES));
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean declares(ZipFile zip, String type) throws IOException {
        Set<String> types = new HashSet<>();
        each(zip, "[Content_Types].xml", "Override", xml -> types.add(xml.getAttributeValue(null, "ContentType")));
        return types.contains(type);
    }

    private static void requireFit(ZipEntry entry) {
        if (entry.getName().endsWith("sharedStrings.xml") && entry.getSize() > MAX_SHARED_STRINGS
                || entry.getSize() > MAX_PART) {
            throw new java.io.UncheckedIOException(new IOException(
                    "文件过大, 请改存为 CSV · it is too large for a workbook; save it as CSV (" + entry.getName() + ")"));
        }
    }

    /** Takes one start tag. */
    interface TagTaker {
        void take(XMLStreamReader xml);
    }

    /** Hands on every start tag of a name in a part. */
    static void each(ZipFile zip, String part, String tag, TagTaker taker) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("不是 XLSX 工作簿 · it is no XLSX workbook: " + part + " is missing");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(tag)) {
                    taker.take(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the workbook is damaged in " + part + ": " + e.getMessage(), e);
        }
    }

    /** Whether days are counted from 1904; the reading library of this version knows one spelling of it only. */
    boolean isFrom1904() {
        return from1904;
    }

    /** Whether the workbook brings a part with formats; it may do without, its numbers are then of no format. */
    boolean hasStyles() {
        return styles;
    }

    /** The part of a sheet. */
    String partOf(String sheet) throws IOException {
        String part = partOfSheet.get(sheet);
        if (part == null) {
            throw new IOException("the workbook does not say where its sheet " + sheet + " lies");
        }
        return part;
    }
}
