package org.citybrain.streaming.reconcile;

import java.util.Arrays;
import org.citybrain.kernel.batch.FieldBytes;

/** Writes a canonical tuple as PostgreSQL's COPY prints the row, from bytes to bytes. For one thread. */
final class CopyLine {
    private final FieldBytes row;
    private byte[] line = new byte[1 << 12];
    private int at;

    /** @param fields values of a row */
    CopyLine(int fields) {
        this.row = new FieldBytes(fields);
    }

    /** Writes the tuple's line without a newline into {@link #bytes}; returns its length. */
    int write(byte[] tuple) {
        if (!row.readTuple(tuple)) {
            throw new IllegalArgumentException("A row of the pool is not a tuple of " + row.count() + " values");
        }
        // every byte may become two, and each value has a tab or is a null of two bytes
        int room = tuple.length * 2 + row.count() * 3;
        if (line.length < room) {
            line = Arrays.copyOf(line, room * 2);
        }
        at = 0;
        for (int i = 0; i < row.count(); i++) {
            if (i > 0) {
                line[at++] = '\t';
            }
            if (row.isNull(i)) {
                line[at++] = '\\';
                line[at++] = 'N';
            } else {
                value(tuple, row.start(i), row.start(i) + row.length(i));
            }
        }
        return at;
    }

    byte[] bytes() {
        return line;
    }

    private void value(byte[] tuple, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = tuple[i];
            byte letter = b >= ' ' && b != '\\' || b < 0 ? 0 : letter(b);
            if (letter == 0) {
                line[at++] = b;
            } else {
                line[at++] = '\\';
                line[at++] = letter;
            }
        }
    }

    private static byte letter(byte b) {
        return switch (b) {
            case '\\' -> '\\';
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case 0x0b -> 'v';
            default -> 0;
        };
    }
}
