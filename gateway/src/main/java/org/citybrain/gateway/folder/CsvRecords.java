package org.citybrain.gateway.folder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into records after RFC 4180: quoted fields may hold delimiters, line ends and doubled quotes. Works on
 * bytes, because in UTF-8 and GBK alike no part of a Chinese sign looks like a quote, line end or one of the delimiters comma,
 * semicolon and tab (in GBK it may look like a bar).
 */
final class CsvRecords {
    private static final int MAX_QUOTED = 256 * 1024;

    private final ByteBuffer bytes;
    private final byte delimiter;
    private int at;
    private int line = 1;

    CsvRecords(ByteBuffer bytes, int start, byte delimiter) {
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.at = start;
    }

    /**
     * One record.
     *
     * @param line number of its first line, from 1
     * @param fields null where a quote is not closed or stands inside a field
     */
    record Fields(int line, @Nullable List<byte[]> fields) {}

    /** The next record, null at the end. Behind a broken quote it goes on with the next line. */
    @Nullable
    Fields next() {
        if (at >= bytes.limit()) {
            return null;
        }
        int startLine = line;
        int start = at;
        List<byte[]> fields = new ArrayList<>();
        while (true) {
            byte[] field = at < bytes.limit() && bytes.get(at) == '"' ? quoted() : plain();
            if (field == null) {
                at = start;
                line = startLine;
                skipLine();
                return new Fields(startLine, null);
            }
            fields.add(field);
            if (at < bytes.limit() && bytes.get(at) == delimiter) {
                at++;
            } else {
                skipLine();
                return new Fields(startLine, fields);
            }
        }
    }

    private byte @Nullable [] plain() {
        int from = at;
        while (at < bytes.limit() && bytes.get(at) != delimiter && bytes.get(at) != '\n' && bytes.get(at) != '\r') {
            // a quote inside an unquoted field is kept as it is, as most programs do
            at++;
        }
        byte[] field = new byte[at - from];
        bytes.get(from, field);
        return endsField() ? field : null;
    }

    private byte @Nullable [] quoted() {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        int from = at;
        at++;
        while (at < bytes.limit() && at - from < MAX_QUOTED) {
            byte b = bytes.get(at++);
            if (b == '"') {
                if (at < bytes.limit() && bytes.get(at) == '"') {
                    at++;
                } else {
                    return endsField() ? field.toByteArray() : null;
                }
            } else if (b == '\n') {
                line++;
            }
            field.write(b);
        }
        return null;
    }

    private boolean endsField() {
        return at >= bytes.limit() || bytes.get(at) == delimiter || bytes.get(at) == '\n' || bytes.get(at) == '\r';
    }

    private void skipLine() {
        while (at < bytes.limit() && bytes.get(at) != '\n' && bytes.get(at) != '\r') {
            at++;
        }
        if (at < bytes.limit() && bytes.get(at) == '\r') {
            at++;
            if (at < bytes.limit() && bytes.get(at) == '\n') {
                at++;
            }
        } else {
            at++;
        }
        line++;
    }

    /** The delimiter of a header line: the one of comma, semicolon and tab that it has most of. */
    static byte delimiterOf(ByteBuffer bytes, int start) {
        byte best = ',';
        int most = 0;
        for (byte candidate : new byte[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = start; i < bytes.limit() && bytes.get(i) != '\n' && bytes.get(i) != '\r'; i++) {
                quoted ^= bytes.get(i) == '"';
                count += !quoted && bytes.get(i) == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
