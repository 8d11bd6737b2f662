package org.citybrain.matching.columns;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import org.citybrain.matching.schema.InputFormat;

/** Cuts a CSV file between its rows, so that several threads can read it; by the same rules as {@link CsvReader}. */
final class RowChunks implements Closeable {
    private static final int CHUNK = 1 << 19;
    private static final int LONGEST_ROW = 1 << 26;
    private static final int CELL = 0;
    private static final int PLAIN = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE = 3;

    private final InputStream in;
    private final Charset charset;
    private final char separator;
    private final int size;
    private byte[] bytes;
    private int limit;
    private int position;
    private boolean ended;
    private long before;
    private long openQuote = -1;

    /**
     * Whole rows.
     *
     * @param bytes where they are
     * @param length where they end
     * @param offset where the first one begins in the file (unzipped), in bytes
     */
    record Chunk(byte[] bytes, int length, long offset) {}

    private RowChunks(InputStream in, InputFormat format, int size) {
        this.in = in;
        this.size = size;
        this.bytes = new byte[size * 2];
        this.charset = Encoding.once(format.charset());
        this.separator = format.separator();
    }

    static RowChunks open(Path file, InputFormat format) throws IOException {
        return open(file, format, CHUNK);
    }

    static RowChunks open(Path file, InputFormat format, int size) throws IOException {
        return new RowChunks(CsvReader.stream(file, format.charset()), format, size);
    }

    /** The first row alone, which holds the column names. */
    Chunk heading() throws IOException {
        return next(1);
    }

    /** Where a quote begins that no other one ends, in bytes of the file (unzipped); -1 where there is none. */
    long openQuote() {
        return openQuote;
    }

    CsvReader reader(Chunk chunk) {
        return CsvReader.of(chunk.bytes, chunk.length, charset, separator);
    }

    /** The next rows; none at the end of the file. */
    Chunk next() throws IOException {
        return next(size);
    }

    private Chunk next(int atLeast) throws IOException {
        int state = CELL;
        int at = position;
        while (true) {
            if (at == limit && (isEndless(state) || !fill())) {
                openQuote = state == QUOTED ? lastQuote() : openQuote;
                return take(limit);
            }
            byte b = bytes[at++];
            state = after(state, b);
            if (state < 0) {
                if (b == '\r' && (at < limit || fill()) && bytes[at] == '\n') {
                    at++;
                }
                if (at - position >= atLeast) {
                    return take(at);
                }
                state = CELL;
            }
        }
    }

    /** The state after a byte; below zero when it ended a row. */
    private int after(int state, byte b) {
        if (state == QUOTED) {
            return b == '"' ? QUOTE : QUOTED;
        }
        if (state == QUOTE && b == '"') {
            return QUOTED;
        }
        if (b == '\n' || b == '\r') {
            return -1;
        }
        if (b == separator) {
            return CELL;
        }
        if (state == CELL) {
            return b == '"' ? QUOTED : b == ' ' ? CELL : PLAIN;
        }
        return PLAIN;
    }

    /** A quote over so many bytes does not end: the rest is left unread. */
    private boolean isEndless(int state) {
        ended |= state == QUOTED && limit - position >= LONGEST_ROW;
        return ended;
    }

    /** Where the quote began in which the file ended: the same way gone once more. */
    private long lastQuote() {
        int state = CELL;
        int quote = position;
        for (int at = position; at < limit; at++) {
            int next = after(state, bytes[at]);
            quote = next == QUOTED && state == CELL ? at : quote;
            state = Math.max(CELL, next);
        }
        return before + quote;
    }

    private Chunk take(int end) {
        Chunk chunk = new Chunk(Arrays.copyOfRange(bytes, position, end), end - position, before + position);
        position = end;
        return chunk;
    }

    /** Reads more behind what is there; what was taken makes room. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
        return !ended;
    }

    /** Moves what was not taken to the front. */
    void compact() {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        before += position;
        limit -= position;
        position = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
