package org.citybrain.matching.columns;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.citybrain.matching.standard.TextBuffer;

/**
 * Reads CSV (RFC 4180, also gzipped) row by row into one reused buffer; cells are stripped of blanks around them. Works
 * on bytes, in which nothing but an ASCII sign may look like one: {@link DecodedStream} sees to that.
 */
public final class CsvReader implements Closeable {
    private static final int GZIP = 0x1F;

    private final InputStream in;
    private final Charset charset;
    private final byte separator;
    private final byte[] block;
    private int position;
    private long before;
    private long rowStart;
    private int limit;
    private byte[] row = new byte[1 << 10];
    private int length;
    private int[] ends = new int[32];
    private int cells;

    private CsvReader(InputStream in, byte[] block, int limit, Charset charset, char separator) {
        this.in = in;
        this.block = block;
        this.limit = limit;
        this.charset = charset;
        this.separator = (byte) separator;
    }

    public static CsvReader open(Path file, Charset charset, char separator) throws IOException {
        return new CsvReader(stream(file, charset), new byte[1 << 16], 0, Encoding.once(charset), separator);
    }

    /** Reads what is in memory already, UTF-8 or ISO-8859-1; the block is not changed. */
    static CsvReader of(byte[] block, int length, Charset charset, char separator) {
        return new CsvReader(InputStream.nullInputStream(), block, length, charset, separator);
    }

    /** The file's text in the encoding that {@link Encoding#once} tells, unzipped where it is zipped. */
    static InputStream stream(Path file, Charset charset) throws IOException {
        InputStream raw = stream(file);
        return Encoding.once(charset).equals(charset) ? raw : new DecodedStream(raw, charset);
    }

    /** The file's bytes, unzipped where they are zipped. */
    static InputStream stream(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        raw.mark(1);
        boolean zipped = raw.read() == GZIP;
        raw.reset();
        return zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** Reads the first row as column names. */
    public List<String> header() throws IOException {
        List<String> names = new ArrayList<>();
        if (next()) {
            for (int i = 0; i < cells; i++) {
                names.add(text(i));
            }
            if (!names.isEmpty() && names.getFirst().startsWith("\uFEFF")) {
                names.set(0, unquoted(names.getFirst().substring(1)));
            }
        }
        return names;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /** Goes to the next row that is not empty; false at the end of the file. */
    public boolean next() throws IOException {
        do {
            if (!readRow()) {
                return false;
            }
        } while (cells == 1 && ends[0] == 0);
        return true;
    }

    /** Where the row begins, in bytes from the beginning of the file (as {@link #stream} gives it) or of the block. */
    long rowStart() {
        return rowStart;
    }

    public int cells() {
        return cells;
    }

    public byte[] bytes() {
        return row;
    }

    /** Where cell `i` begins in {@link #bytes}, blanks left out. */
    public int start(int i) {
        int start = i == 0 ? 0 : ends[i - 1];
        while (start < ends[i] && row[start] == ' ') {
            start++;
        }
        return start;
    }

    /** Where cell `i` ends in {@link #bytes}, blanks left out. */
    public int end(int i) {
        int start = i == 0 ? 0 : ends[i - 1];
        int end = ends[i];
        while (end > start && row[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    public String text(int i) {
        return new String(row, start(i), Math.max(0, end(i) - start(i)), charset);
    }

    /** Appends cell `i` as characters. */
    public void read(int i, TextBuffer into) {
        int start = start(i);
        int end = end(i);
        if (charset.equals(StandardCharsets.UTF_8)) {
            into.appendUtf8(row, start, end);
        } else {
            for (int at = start; at < end; at++) {
                into.append((char) (row[at] & 0xFF));
            }
        }
    }

    private boolean readRow() throws IOException {
        cells = 0;
        length = 0;
        rowStart = before + position;
        int c = read();
        if (c < 0) {
            return false;
        }
        while (true) {
            int after = skipBlanks(c);
            c = after == '"' ? quoted() : plain(after);
            endCell();
            if (c != separator) {
                break;
            }
            c = read();
        }
        if (c == '\r' && peek() == '\n') {
            position++;
        }
        return true;
    }

    private int skipBlanks(int first) throws IOException {
        int c = first;
        while (c == ' ') {
            c = read();
        }
        return c;
    }

    private int plain(int first) throws IOException {
        int c = first;
        while (c >= 0 && c != separator && c != '\n' && c != '\r') {
            put(c);
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                return c;
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return plain(c);
                }
            }
            put(c);
        }
    }

    private void put(int c) {
        if (length == row.length) {
            row = Arrays.copyOf(row, length * 2);
        }
        row[length++] = (byte) c;
    }

    private void endCell() {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = length;
    }

    private int peek() throws IOException {
        return position < limit || fill() ? block[position] : -1;
    }

    private int read() throws IOException {
        return position < limit || fill() ? block[position++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        before += limit;
        position = 0;
        limit = Math.max(0, in.read(block));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
