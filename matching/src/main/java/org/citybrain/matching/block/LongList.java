package org.citybrain.matching.block;

import java.util.Arrays;

/** A growing list of numbers that is reused. */
final class LongList {
    private long[] values = new long[32];
    private int size;

    int size() {
        return size;
    }

    long get(int i) {
        return values[i];
    }

    void set(int i, long value) {
        values[i] = value;
    }

    void clear() {
        size = 0;
    }

    void cutTo(int shorter) {
        size = shorter;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Drops repeats; the order is lost. */
    void makeDistinct() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }
}
