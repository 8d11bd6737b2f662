package org.citybrain.gateway.capture;

import org.citybrain.kernel.batch.FieldBytes;

/**
 * Finds the fields in lines of PostgreSQL's COPY text format: tabs between, backslash escapes, \N for null. Values stay
 * bytes; only one with an escape in it is copied. For one thread.
 */
final class CopyText {
    private byte[] plain = new byte[1 << 12];

    /** Points the row at the fields of a line without its newline; they are good until the next line. */
    void read(byte[] line, int start, int end, FieldBytes row) {
        int field = 0;
        int from = start;
        int used = 0;
        boolean escaped = false;
        for (int i = start; i <= end; i++) {
            if (i == end || line[i] == '\t') {
                if (!escaped) {
                    row.set(field++, line, from, i - from);
                } else if (i - from == 2 && line[from + 1] == 'N') {
                    row.setNull(field++);
                } else {
                    used = unescape(line, from, i, used, row, field++, end - start);
                }
                from = i + 1;
                escaped = false;
            } else if (line[i] == '\\') {
                escaped = true;
                i++;
            }
        }
    }

    // plain has room for the whole line from the first escaped field on, so earlier fields never move
    private int unescape(byte[] line, int from, int to, int used, FieldBytes row, int field, int lineLength) {
        if (used == 0 && plain.length < lineLength) {
            plain = new byte[lineLength * 2];
        }
        int at = used;
        for (int i = from; i < to; i++) {
            if (line[i] == '\\' && i + 1 < to) {
                i++;
                plain[at++] = plain(line[i]);
            } else {
                plain[at++] = line[i];
            }
        }
        row.set(field, plain, used, at - used);
        return at;
    }

    private static byte plain(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            default -> escape;
        };
    }
}
