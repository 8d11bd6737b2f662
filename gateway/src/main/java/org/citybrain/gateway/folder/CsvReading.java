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
import org.citybrain.kernel.crypto.Sm3;
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
 * @param digest SM3 of the file's bytes, hexadecimal
 */
public record CsvReading(
        List<String> columns, List<Row> rows, int badRows, List<Finding> findings, String encoding, String digest) {
    private static final int MAX_FIELD = 32 * 1024;

    /**
     * A good row.
     *
     * @param line where it begins in the file
     */
    public record Row(int line, List<String> values) {}

    /** Reads a file; never throws for what is in it. */
    public static CsvReading read(Path file, String name) {
        CsvFindings findings = new CsvFindings(name);
        try {
            return read(CsvBytes.read(file), findings);
        } catch (IOException e) {
            findings.unreadable(String.valueOf(e.getMessage()));
            return new CsvReading(List.of(), List.of(), 0, findings.all(), "", "");
        }
    }

    static CsvReading read(CsvBytes content, CsvFindings findings) {
        String digest = java.util.HexFormat.of().formatHex(Sm3.digest(content.bytes()));
        String encoding = content.charset().name();
        if (content.charset().equals(StandardCharsets.ISO_8859_1)) {
            findings.latin();
        }
        byte delimiter = CsvRecords.delimiterOf(content.bytes(), content.start());
        CsvRecords records = new CsvRecords(content.bytes(), content.start(), delimiter);
        CharsetDecoder decoder = CsvBytes.strict(content.charset());
        List<String> columns = header(records.next(), decoder, findings);
        List<Row> rows = new ArrayList<>();
        if (!columns.isEmpty()) {
            for (CsvRecords.Fields next = records.next(); next != null; next = records.next()) {
                List<String> values = values(next, columns, decoder, findings);
                if (values != null) {
                    rows.add(new Row(next.line(), values));
                }
            }
        }
        return new CsvReading(columns, rows, findings.badRows(), findings.all(), encoding, digest);
    }

    private static List<String> header(
            CsvRecords.@Nullable Fields first, CharsetDecoder decoder, CsvFindings findings) {
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

    private static @Nullable List<String> values(
            CsvRecords.Fields record, List<String> columns, CharsetDecoder decoder, CsvFindings findings) {
        List<byte[]> fields = record.fields();
        if (fields == null) {
            findings.quote(record.line());
            return null;
        }
        if (fields.size() == 1 && fields.getFirst().length == 0) {
            return null;
        }
        if (fields.size() != columns.size()) {
            findings.ragged(record.line(), fields.size(), columns.size());
            return null;
        }
        List<String> values = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            String value = value(record.line(), columns.get(i), fields.get(i), decoder, findings);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable String value(
            int line, String column, byte[] field, CharsetDecoder decoder, CsvFindings findings) {
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
                .map(column -> FieldSpec.ofPostgres(column, "text", false, column.equals(key)))
                .toList());
    }

    /**
     * The first column when it looks like the key: never blank and all but unique, or named like one and mostly unique.
     */
    public @Nullable String guessKey() {
        if (rows.isEmpty()) {
            return null;
        }
        Set<String> distinct = new HashSet<>();
        for (Row row : rows) {
            if (row.values().getFirst().isBlank()) {
                return null;
            }
            distinct.add(row.values().getFirst());
        }
        String name = columns.getFirst();
        boolean named =
                name.toLowerCase(Locale.ROOT).matches("id|no|key|code|.*_id|.*_no|.*_code|编号|序号|主键|代码|.*编号|.*编码|.*号码");
        double unique = (double) distinct.size() / rows.size();
        return unique >= 0.99 || named && unique >= 0.9 || named && rows.size() < 20 && unique >= 0.5 ? name : null;
    }
}
