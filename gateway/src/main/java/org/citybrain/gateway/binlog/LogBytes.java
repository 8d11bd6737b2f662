package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Pieces of the binlog's format; every buffer is little-endian. */
final class LogBytes {
    private LogBytes() {}

    /** An unsigned number of so many bytes, at most eight. */
    static long integer(ByteBuffer in, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in.get() & 0xffL) << 8 * i;
        }
        return number;
    }

    /** An unsigned number of so many bytes, the highest first. */
    static long highFirst(ByteBuffer in, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | in.get() & 0xffL;
        }
        return number;
    }

    /** A number whose first byte tells its length. */
    static long packed(ByteBuffer in) {
        int first = in.get() & 0xff;
        return switch (first) {
            case 252 -> integer(in, 2);
            case 253 -> integer(in, 3);
            case 254 -> integer(in, 8);
            default -> first;
        };
    }

    static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    /** The next bytes as a buffer of their own. */
    static ByteBuffer slice(ByteBuffer in, int count) {
        ByteBuffer slice = in.slice(in.position(), count).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + count);
        return slice;
    }
}
