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

    /** Sorts places of links by falling weight; equal weights by their records. */
    void strongestFirst(Links links, int[] chosen, int from, int to) {
        makeRoom(to - from);
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) falling(links.bits(chosen[i])) << 32 | chosen[i];
        }
        sort(chosen, from, to, (i, j) -> {
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
        makeRoom(size);
        for (int i = 0; i < size; i++) {
            keys[i] = (long) (store.rank(records[i]) ^ Integer.MIN_VALUE) << 32 | records[i];
        }
        sort(records, 0, size, store::compare);
    }

    /** A whole number that falls as the weight rises. */
    private static int falling(float bits) {
        int raw = Float.floatToIntBits(bits + 0f);
        return ~(raw < 0 ? raw ^ Integer.MAX_VALUE : raw);
    }

    /** By the upper halves of the keys; what is equal there is put in order by looking closer. */
    private void sort(int[] values, int from, int to, Order closer) {
        int size = to - from;
        Arrays.sort(keys, 0, size);
        for (int i = 0; i < size; i++) {
            values[from + i] = (int) (keys[i] & LOW);
        }
        for (int i = 0, end; i < size; i = end) {
            end = i + 1;
            while (end < size && keys[end] >>> 32 == keys[i] >>> 32) {
                end++;
            }
            insert(values, from + i, from + end, closer);
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
