package org.citybrain.matching.cluster;

import java.util.Arrays;
import org.citybrain.matching.columns.RecordStore;

/** Sorts links and records in orders that do not hang on when they came. */
final class LinkOrder {
    private static final long LOW = 0xFFFFFFFFL;

    private final RecordStore store;
    private long[] keys = new long[64];

    LinkOrder(RecordStore store) {
        this.store = store;
    }

    private interface Order {
        int compare(int a, int b);
    }

    /** A whole number by which values are sorted first. */
    private interface Rank {
        int of(int value);
    }

    /** Sorts places of links by falling weight; equal weights by their records. */
    void strongestFirst(Links links, int[] chosen, int from, int to) {
        Rank[] ranks = {
            i -> falling(links.bits(i)),
            i -> store.rank(first(links, i)) ^ Integer.MIN_VALUE,
            i -> store.rank(second(links, i)) ^ Integer.MIN_VALUE
        };
        sort(chosen, from, to, ranks, 0, (i, j) -> {
            int order = store.compare(first(links, i), first(links, j));
            return order != 0 ? order : store.compare(second(links, i), second(links, j));
        });
    }

    private int first(Links links, int i) {
        return store.compare(links.a(i), links.b(i)) < 0 ? links.a(i) : links.b(i);
    }

    private int second(Links links, int i) {
        return store.compare(links.a(i), links.b(i)) < 0 ? links.b(i) : links.a(i);
    }

    /** Sorts records, each of which stands once. */
    void inStoreOrder(int[] records, int size) {
        Rank[] ranks = {record -> store.rank(record) ^ Integer.MIN_VALUE};
        sort(records, 0, size, ranks, 0, store::compare);
    }

    /** A whole number that falls as the weight rises. */
    private static int falling(float bits) {
        int raw = Float.floatToIntBits(bits + 0f);
        return ~(raw < 0 ? raw ^ Integer.MAX_VALUE : raw);
    }

    /** By one rank after the other; what is equal in all of them is put in order by looking closer. */
    private void sort(int[] values, int from, int to, Rank[] ranks, int level, Order closer) {
        if (level == ranks.length) {
            insert(values, from, to, closer);
            return;
        }
        int size = to - from;
        makeRoom(size);
        for (int i = 0; i < size; i++) {
            keys[i] = (long) ranks[level].of(values[from + i]) << 32 | values[from + i];
        }
        Arrays.sort(keys, 0, size);
        for (int i = 0; i < size; i++) {
            values[from + i] = (int) (keys[i] & LOW);
        }
        for (int i = from, end; i < to; i = end) {
            int rank = ranks[level].of(values[i]);
            end = i + 1;
            while (end < to && ranks[level].of(values[end]) == rank) {
                end++;
            }
            if (end - i > 1) {
                sort(values, i, end, ranks, level + 1, closer);
            }
        }
    }

    private static void insert(int[] values, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int j = i - 1;
            while (j >= from && order.compare(values[j], value) > 0) {
                values[j + 1] = values[j];
                j--;
            }
            values[j + 1] = value;
        }
    }

    private void makeRoom(int need) {
        if (keys.length < need) {
            keys = new long[need * 2];
        }
    }
}
