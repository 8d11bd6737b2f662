package org.citybrain.matching.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds bytes that are no text. Plain ASCII is passed over eight bytes at a time. */
final class Encoding {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    private Encoding() {}

    /** The encoding in which a file's rows are read: its own where no sign's byte can look like another sign, else UTF-8. */
    static Charset once(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) ? charset : StandardCharsets.UTF_8;
    }

    /** Where the first byte is that is zero or no text, in UTF-8 or ISO-8859-1; -1 where all is well. */
    static int fault(byte[] bytes, int length, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8(bytes, length);
        }
        return zero(bytes, length);
    }

    private static int zero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int utf8(byte[] bytes, int length) {
        int i = 0;
        while (i < length) {
            if (i + 8 <= length && isPlain((long) LONGS.get(bytes, i))) {
                i += 8;
            } else if (bytes[i] > 0) {
                i++;
            } else {
                int size = sequence(bytes, i, length);
                if (size == 0) {
                    return i;
                }
                i += size;
            }
        }
        return -1;
    }

    /** Eight ASCII signs, none of them zero. */
    private static boolean isPlain(long eight) {
        return ((eight | eight - ONES) & HIGH) == 0;
    }

    /** The size of the sign of several bytes that begins here; 0 where there is none (RFC 3629, table 3-7 of Unicode). */
    private static int sequence(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xFF;
        int size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (size == 0 || at + size > length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }
}
