package org.citybrain.kernel.batch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Canonical bytes of a row's values: u16 count, null bitmap (bit i of byte i/8 set = null), then for each value that is
 * not null a varint length and its UTF-8 bytes. Values are the source's own text, so equal text gives equal bytes.
 */
public final class Tuple {
    private static final int MAX_FIELDS = 0xffff;

    private Tuple() {}

    /** Encodes values in field order. */
    public static byte[] encode(List<? extends @Nullable String> values) {
        if (values.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("A row has " + values.size() + " fields; at most " + MAX_FIELDS);
        }
        byte[] nulls = new byte[(values.size() + 7) / 8];
        ByteArrayOutputStream body = new ByteArrayOutputStream(values.size() * 12);
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null) {
                nulls[i / 8] |= (byte) (1 << (i % 8));
            } else {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                writeVarint(body, text.length);
                body.write(text, 0, text.length);
            }
        }
        return ByteBuffer.allocate(2 + nulls.length + body.size())
                .putShort((short) values.size())
                .put(nulls)
                .put(body.toByteArray())
                .array();
    }

    /** Decodes a whole tuple from the buffer's position, which moves behind it. */
    public static List<@Nullable String> decode(ByteBuffer in) {
        int count = in.getShort() & 0xffff;
        byte[] nulls = new byte[(count + 7) / 8];
        in.get(nulls);
        List<@Nullable String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if ((nulls[i / 8] >> (i % 8) & 1) == 1) {
                values.add(null);
            } else {
                byte[] text = new byte[readLength(in)];
                in.get(text);
                values.add(new String(text, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** Decodes a tuple that fills the array. */
    public static List<@Nullable String> decode(byte[] tuple) {
        return decode(ByteBuffer.wrap(tuple));
    }

    /**
     * Index behind the tuple that begins at an index.
     *
     * @throws MalformedBatchException when it would lead beyond the end
     * @throws IndexOutOfBoundsException when it ends too early
     */
    static int end(byte[] bytes, int from, int to) {
        int count = (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
        int nulls = from + 2;
        int at = nulls + (count + 7) / 8;
        for (int i = 0; i < count; i++) {
            if ((bytes[nulls + i / 8] >> (i % 8) & 1) == 0) {
                int length = bytes[at++];
                if (length < 0) {
                    ByteBuffer in = ByteBuffer.wrap(bytes, at - 1, to - at + 1);
                    length = readLength(in);
                    at = in.position();
                }
                at += length;
            }
        }
        if (at > to || at < from) {
            throw new MalformedBatchException("A tuple leads beyond the end of its record");
        }
        return at;
    }

    static void writeVarint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** Writes a length into an array with room for it; returns the index behind it. */
    static int putVarint(byte[] out, int from, int value) {
        int at = from;
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out[at++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out[at++] = (byte) rest;
        return at;
    }

    /** Bytes of a length. */
    static int varintLength(int value) {
        int bytes = 1;
        for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }

    static int readVarint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte b = in.get();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new MalformedBatchException("A length does not end within 5 bytes");
    }

    /** A length that the rest of the buffer can hold. */
    static int readLength(ByteBuffer in) {
        int length = readVarint(in);
        if (length < 0 || length > in.remaining()) {
            throw new MalformedBatchException(
                    "A value claims " + length + " bytes where " + in.remaining() + " are left");
        }
        return length;
    }
}
