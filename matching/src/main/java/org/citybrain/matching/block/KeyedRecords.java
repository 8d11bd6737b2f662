package org.citybrain.matching.block;

import java.util.Arrays;

/** Records under their keys, brought together by key: first into buckets, then in order inside each. */
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

    /** Brings equal keys together. */
    void group(KeyedRecords scratch) {
        scratch.makeRoom(size);
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size / 8));
        int shift = 64 - bits;
        int[] ends = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            ends[(int) (keys[i] >>> shift) + 1]++;
        }
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        for (int i = 0; i < size; i++) {
            int at = ends[(int) (keys[i] >>> shift)]++;
            scratch.keys[at] = keys[i];
            scratch.records[at] = records[i];
        }
        swap(scratch);
        int from = 0;
        for (int bucket = 0; bucket < ends.length - 1; bucket++) {
            sort(from, ends[bucket]);
            from = ends[bucket];
        }
    }

    private void makeRoom(int need) {
        if (keys.length < need) {
            keys = new long[need];
            records = new int[need];
        }
    }

    private void swap(KeyedRecords other) {
        long[] otherKeys = other.keys;
        int[] otherRecords = other.records;
        other.keys = keys;
        other.records = records;
        keys = otherKeys;
        records = otherRecords;
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
