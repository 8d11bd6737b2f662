package org.citybrain.matching.increment;

import java.util.Arrays;

/** The records that one record is linked to. */
final class Neighbours {
    private int[] others = new int[2];
    private float[] bits = new float[2];
    private int size;

    int size() {
        return size;
    }

    int other(int i) {
        return others[i];
    }

    float bits(int i) {
        return bits[i];
    }

    void put(int other, double score) {
        int at = indexOf(other);
        if (at < 0) {
            if (size == others.length) {
                others = Arrays.copyOf(others, size * 2);
                bits = Arrays.copyOf(bits, size * 2);
            }
            at = size++;
        }
        others[at] = other;
        bits[at] = (float) score;
    }

    /** Removes a link; tells whether it was there. */
    boolean remove(int other) {
        int at = indexOf(other);
        if (at < 0) {
            return false;
        }
        size--;
        others[at] = others[size];
        bits[at] = bits[size];
        return true;
    }

    private int indexOf(int other) {
        for (int i = 0; i < size; i++) {
            if (others[i] == other) {
                return i;
            }
        }
        return -1;
    }
}
