package org.citybrain.matching.columns;

/** Finds records of one source under one key. */
final class DoubledKeys {
    private final RecordStore store;
    private int count;
    private int first = -1;

    private DoubledKeys(RecordStore store) {
        this.store = store;
    }

    /** Looks at all records of a store. */
    static DoubledKeys in(RecordStore store) {
        DoubledKeys doubled = new DoubledKeys(store);
        doubled.search();
        return doubled;
    }

    /** How many records have the key of an earlier one. */
    int count() {
        return count;
    }

    /** The first of them; -1 where there are none. */
    int first() {
        return first;
    }

    /** An open table of records by their rank, half full at most. */
    private void search() {
        int[] table = new int[Integer.highestOneBit(Math.max(1, store.size())) * 4];
        int mask = table.length - 1;
        for (int record = 0; record < store.size(); record++) {
            int at = store.rank(record) * 0x9E3779B9 >>> 1 & mask;
            while (table[at] != 0 && !isSame(table[at] - 1, record)) {
                at = at + 1 & mask;
            }
            if (table[at] == 0) {
                table[at] = record + 1;
            } else {
                first = count++ == 0 ? record : first;
            }
        }
    }

    private boolean isSame(int a, int b) {
        return store.rank(a) == store.rank(b)
                && store.source(a) == store.source(b)
                && store.key(a).equals(store.key(b));
    }
}
