package org.citybrain.streaming.reconcile;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** A 64-bit hash of each row's COPY text, collected; two sides are the same rows when their sorted hashes are the same. */
final class RowHashes {
    private static final int FIRST = 1 << 16;

    private final CRC32 low = new CRC32();
    private final CRC32C high = new CRC32C();
    private long[] hashes = new long[FIRST];
    private int count;
    private long sum;

    /** Adds a row's text without its newline. */
    void add(byte[] bytes, int from, int length) {
        low.reset();
        high.reset();
        low.update(bytes, from, length);
        high.update(bytes, from, length);
        // mixed, so that the sum's bits depend on all of both
        long hash = (high.getValue() << 32 | low.getValue()) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 32;
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash;
        sum += hash;
    }

    int count() {
        return count;
    }

    /** Sum of all hashes: the same for the same rows in any order. */
    long sum() {
        return sum;
    }

    /** How many rows of this side the other side lacks, each as often as it occurs. */
    long missingIn(RowHashes other) {
        if (count == other.count && sum == other.sum) {
            return 0;
        }
        long[] mine = Arrays.copyOf(hashes, count);
        long[] theirs = Arrays.copyOf(other.hashes, other.count);
        Arrays.sort(mine);
        Arrays.sort(theirs);
        long missing = 0;
        int at = 0;
        for (long hash : mine) {
            while (at < theirs.length && theirs[at] < hash) {
                at++;
            }
            if (at < theirs.length && theirs[at] == hash) {
                at++;
            } else {
                missing++;
            }
        }
        return missing;
    }
}
