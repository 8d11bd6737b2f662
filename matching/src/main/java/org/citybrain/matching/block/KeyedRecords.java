package org.citybrain.matching.block;

import java.util.Arrays;

/** Records under their keys. */
final class KeyedRecords {
    private long[] keys;
    private int[] records;
    private int size;

    KeyedRecords(int expected) {
        keys = new long[Math.max(16, expected)];
        records = new int[keys.length];
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    int record(int i) {
        return records[i];
    }

    void add(long key, int record) {
        if (size == keys.length) {
            int wider = size + (size >> 1);
            keys = Arrays.copyOf(keys, wider);
            records = Arrays.copyOf(records, wider);
        }
        keys[size] = key;
        records[size++] = record;
    }

    void clear() {
        size = 0;
    }

    /** Claims all places at once, to be filled by several threads. */
    void fill(int places) {
        if (keys.length < places) {
            keys = new long[places];
            records = new int[places];
        }
        size = places;
    }

    void set(int i, long key, int record) {
        keys[i] = key;
        records[i] = record;
    }

    /** Brings equal keys of a stretch together, their records in the order in which they stood: by digits of the keys. */
    void group(int from, int to, int firstBit, KeyedRecords scratch) {
        int length = to - from;
        int bits = Math.max(1, Math.min(16, 32 - Integer.numberOfLeadingZeros(length / 4)));
        int shift = 64 - firstBit - bits;
        int mask = (1 << bits) - 1;
        int[] ends = new int[(1 << bits) + 1];
        for (int i = from; i < to; i++) {
            ends[(int) (keys[i] >>> shift & mask) + 1]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        scratch.fill(length);
        for (int i = from; i < to; i++) {
            scratch.set(ends[(int) (keys[i] >>> shift & mask)]++, keys[i], records[i]);
        }
        System.arraycopy(scratch.keys, 0, keys, from, length);
        System.arraycopy(scratch.records, 0, records, from, length);
        int start = 0;
        for (int bucket = 0; bucket < ends.length - 1; bucket++) {
            sort(from + start, from + ends[bucket]);
            start = ends[bucket];
        }
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int record = records[i];
            int j = i - 1;
            while (j >= from && keys[j] > key) {
                keys[j + 1] = keys[j];
                records[j + 1] = records[j];
                j--;
            }
            keys[j + 1] = key;
            records[j + 1] = record;
        }
    }
}
