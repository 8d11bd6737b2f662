package org.citybrain.samplecity.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of one table in PostgreSQL's COPY text format, already UTF-8. */
final class CopyText {
    private static final int FIRST_SIZE = 4_096;
    private static final int LONGEST_SIGN = 3;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    void row(@Nullable String[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                one('\t');
            }
            String value = values[i];
            if (value == null) {
                one('\\');
                one('N');
            } else {
                text(value);
            }
        }
        one('\n');
    }

    private void text(String value) {
        room(value.length() * LONGEST_SIGN);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                rest(value.substring(i));
                return;
            }
            switch (c) {
                case '\\', '\t', '\n', '\r' -> escaped(c);
                default -> bytes[size++] = (byte) c;
            }
        }
    }

    /** From the first sign on that is not ASCII: in Chinese text nothing but a backslash or a break needs care. */
    private void rest(String value) {
        byte[] more = value.getBytes(StandardCharsets.UTF_8);
        room(more.length);
        for (byte b : more) {
            if (b == '\\' || b == '\t' || b == '\n' || b == '\r') {
                escaped((char) b);
            } else {
                bytes[size++] = b;
            }
        }
    }

    private void escaped(char c) {
        one('\\');
        one(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
    }

    private void one(char c) {
        room(2);
        bytes[size++] = (byte) c;
    }

    private void room(int more) {
        if (size + more + LONGEST_SIGN > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more + LONGEST_SIGN));
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }
}
