package org.citybrain.matching.increment;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.citybrain.matching.cluster.Verdicts;

/** Verdicts kept while there is room; a record's new version has a new number, so none goes stale. */
final class KnownVerdicts implements Verdicts {
    private static final int MOST = 1 << 20;

    /** A pair's number with its last bit taken for the verdict; 0 where nothing stands. */
    private long[] known = new long[1 << 10];

    private int size;

    @Override
    public boolean of(long pair, BooleanSupplier judge) {
        long key = pair & ~1L | 2;
        int slot = slot(known, key);
        if (known[slot] != 0) {
            return (known[slot] & 1) != 0;
        }
        boolean verdict = judge.getAsBoolean();
        if (size >= known.length / 2) {
            makeRoom();
            slot = slot(known, key);
        }
        known[slot] = verdict ? key | 1 : key;
        size++;
        return verdict;
    }

    private void makeRoom() {
        if (known.length >= MOST * 2) {
            Arrays.fill(known, 0);
            size = 0;
            return;
        }
        long[] wider = new long[known.length * 2];
        for (long one : known) {
            if (one != 0) {
                wider[slot(wider, one & ~1L)] = one;
            }
        }
        known = wider;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (table[slot] != 0 && (table[slot] & ~1L) != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
