package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file as read: its good rows, and findings for the rest.
 *
 * @param columns from the header; empty when the file cannot be used at all
 * @param rows good rows; an empty unquoted value is an empty text, as a CSV file has no null
 * @param badRows rows that were set aside
 */
public record CsvReading(List<String> columns, List<Row> rows, int badRows, List<Finding> findings, String encoding) {
    private static final int MAX_FIELD = 32 * 1024;

    /**
     * A good row.
     *
     * @param line where it begins in the file
     */
    public record Row(int line, List<String> values) {}

    /** Reads a file, also an XLSX one, whole into memory, to look at it; never throws for what is in it. */
    public static CsvReading read(Path file, String name) {
        FileFindings findings = new FileFindings(name);
        Collector collector = new Collector();
        String encoding = "XLSX";
        try (Spool spool = Spool.of(file, Path.of(System.getProperty("java.io.tmpdir")))) {
            new DeliveredFile(spool, name).read(null, findings, collector);
            if (!DeliveredFile.isXlsx(name)) {
                encoding = CsvBytes.read(spool.copy()).charset().name();
            }
        } catch (IOException e) {
            findings.unreadable(String.valueOf(e.getMessage()));
        }
        return collector.reading(findings, encoding);
    }

    static CsvReading read(CsvBytes content, FileFindings findings) {
        Collector collector = new Collector();
        read(content, findings, collector);
        return collector.reading(findings, content.charset().name());
    }

    private static final class Collector implements Taker {
        private final List<String> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        @Override
        public boolean columns(List<String> names) {
            return columns.addAll(names);
        }

        @Override
        public void row(int line, List<String> values) {
            rows.add(new Row(line, values));
        }

        @Override
        public void bad(int line, List<@Nullable String> values) {
            // counted by the findings
        }

        CsvReading reading(FileFindings findings, String encoding) {
            return new CsvReading(columns, rows, findings.badRows(), findings.all(), encoding);
        }
    }

    static void read(CsvBytes content, FileFindings findings, Taker taker) {
        if (content.charset().equals(StandardCharsets.ISO_8859_1)) {
            findings.latin();
        }
        byte delimiter = CsvRecords.delimiterOf(content.bytes(), content.start());
        CsvRecords records = new CsvRecords(content.bytes(), content.start(), delimiter);
        CharsetDecoder decoder = CsvBytes.strict(content.charset());
        List<String> columns = header(records.next(), decoder, findings);
        if (columns.isEmpty() || !taker.columns(columns)) {
            return;
        }
        for (CsvRecords.Fields next = records.next(); next != null; next = records.next()) {
            take(next, columns, decoder, findings, taker);
        }
    }

    private static List<String> header(
            CsvRecords.@Nullable Fields first, CharsetDecoder decoder, FileFindings findings) {
        if (first == null || first.fields() == null) {
            findings.header("文件为空或引号不配对", "the file is empty or a quote is not closed");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (byte[] field : first.fields()) {
            String name = decode(decoder, field);
            name = name == null ? "" : name.strip();
            if (name.isEmpty() || name.indexOf('\0') >= 0 || name.length() > 200) {
                findings.header("有空的或不可读的字段名", "a name is blank or unreadable");
                return List.of();
            }
            if (name.matches("[-+]?\\d+([.,]\\d+)?")) {
                findings.header("字段名是数字，可能缺少表头", "a name is a number; the header seems to be missing");
                return List.of();
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                findings.header("字段名重复：" + name, "a name stands twice: " + name);
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    private static void take(
            CsvRecords.Fields record,
            List<String> columns,
            CharsetDecoder decoder,
            FileFindings findings,
            Taker taker) {
        List<byte[]> fields = record.fields();
        if (fields == null) {
            findings.quote(record.line());
            taker.bad(record.line(), List.of());
        } else if (fields.size() == 1 && fields.getFirst().length == 0) {
            // a blank line is no row
            return;
        } else if (fields.size() != columns.size()) {
            findings.ragged(record.line(), fields.size(), columns.size());
            taker.bad(record.line(), List.of());
        } else {
            values(record.line(), fields, columns, decoder, findings, taker);
        }
    }

    private static void values(
            int line,
            List<byte[]> fields,
            List<String> columns,
            CharsetDecoder decoder,
            FileFindings findings,
            Taker taker) {
        List<String> good = new ArrayList<>(fields.size());
        List<@Nullable String> all = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            // the first bad field speaks for the row; the others are read for its key
            String value = good.size() == i
                    ? value(line, columns.get(i), fields.get(i), decoder, findings)
                    : decode(decoder, fields.get(i));
            all.add(value);
            if (value != null && good.size() == i) {
                good.add(value);
            }
        }
        if (good.size() == fields.size()) {
            taker.row(line, good);
        } else {
            taker.bad(line, all);
        }
    }

    private static @Nullable String value(
            int line, String column, byte[] field, CharsetDecoder decoder, FileFindings findings) {
        if (field.length > MAX_FIELD) {
            findings.oversize(line, column, field.length);
            return null;
        }
        String value = decode(decoder, field);
        if (value == null) {
            findings.encoding(line, column, decoder.charset().name());
            return null;
        }
        if (value.indexOf('\0') >= 0) {
            findings.nul(line, column);
            return null;
        }
        return value;
    }

    private static @Nullable String decode(CharsetDecoder decoder, byte[] field) {
        try {
            return decoder.decode(ByteBuffer.wrap(field)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The schema of the file's table with a given key column, or without a key. */
    public SchemaVersion schema(@Nullable String key) {
        return SchemaVersion.observed(columns.stream()
                .map(column -> FieldSpec.ofColumn(column, "text", false, column.equals(key)))
                .toList());
    }

    /** The first column when it looks like the key, see {@link KeyGuess}. */
    public @Nullable String guessKey() {
        KeyGuess guess = new KeyGuess();
        guess.columns(columns);
        rows.forEach(row -> guess.row(row.line(), row.values()));
        return guess.key();
    }
}
