package org.citybrain.kernel.batch;

import java.util.Arrays;

/** The order of rows by their 16-byte digests, equal ones in order of arrival. */
final class DigestOrder {
    private static final int INDEX_BITS = 20;
    private static final int PREFIX_BYTES = 8;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private DigestOrder() {}

    /** Rows in order. A batch of 512 KB has far fewer than 2^20 of them. */
    static int[] of(byte[] digests, int count) {
        if (count > INDEX_MASK) {
            throw new MalformedBatchException("A batch has " + count + " rows, more than " + INDEX_MASK);
        }
        // the first 44 bits and the row's number in one long: sorting longs allocates nothing
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            long prefix = 0;
            for (int b = 0; b < PREFIX_BYTES; b++) {
                prefix = prefix << 8 | digests[i * MerkleTree.SALT_LENGTH + b] & 0xff;
            }
            packed[i] = (prefix >>> INDEX_BITS << INDEX_BITS | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(packed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (packed[i] & INDEX_MASK);
        }
        settleEqualPrefixes(digests, packed, order);
        return order;
    }

    // runs of the same 44 bits are changes of one key, or a coincidence of one in 10^7 batches: by all 16 bytes, stable
    private static void settleEqualPrefixes(byte[] digests, long[] packed, int[] order) {
        for (int i = 1; i < order.length; i++) {
            int row = order[i];
            int at = i;
            while (at > 0
                    && packed[at - 1] >> INDEX_BITS == packed[i] >> INDEX_BITS
                    && compare(digests, order[at - 1], row) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = row;
        }
    }

    private static int compare(byte[] digests, int a, int b) {
        int length = MerkleTree.SALT_LENGTH;
        return Arrays.compareUnsigned(digests, a * length, (a + 1) * length, digests, b * length, (b + 1) * length);
    }
}
