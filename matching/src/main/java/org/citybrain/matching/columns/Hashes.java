package org.citybrain.matching.columns;

import org.citybrain.matching.standard.TextBuffer;

/** Hashes that are the same on every machine and in every run. */
public final class Hashes {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Hashes() {}

    public static long of(byte[] bytes, int from, int to) {
        long h = PRIME ^ (to - from);
        for (int i = from; i < to; i++) {
            h = (h ^ bytes[i]) * 0x100000001B3L;
        }
        return spread(h);
    }

    /** The hash that a dictionary gives a text. */
    public static long of(TextBuffer text) {
        byte[] bytes = new byte[text.length() * 3];
        return of(bytes, 0, text.toUtf8(bytes, 0));
    }

    public static long of(char[] chars, int from, int to) {
        long h = PRIME ^ (to - from);
        for (int i = from; i < to; i++) {
            h = (h ^ chars[i]) * 0x100000001B3L;
        }
        return spread(h);
    }

    public static long mix(long a, long b) {
        return spread(a * 31 + b + PRIME);
    }

    public static long spread(long value) {
        long h = value;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }
}
