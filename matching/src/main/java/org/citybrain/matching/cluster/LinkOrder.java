package org.citybrain.matching.cluster;

import org.citybrain.matching.columns.RecordStore;

/** Sorts links and records in orders that do not hang on when they came. */
final class LinkOrder {
    private final RecordStore store;

    LinkOrder(RecordStore store) {
        this.store = store;
    }

    /** Sorts places of links by falling weight; equal weights by their records. */
    void strongestFirst(Links links, int[] chosen, int from, int to) {
        sort(chosen, from, to, (i, j) -> {
            int order = Float.compare(links.bits(j), links.bits(i));
            if (order == 0) {
                order = store.compare(links.a(i), links.a(j));
            }
            return order != 0 ? order : store.compare(links.b(i), links.b(j));
        });
    }

    void inStoreOrder(int[] records, int size) {
        sort(records, 0, size, store::compare);
    }

    private interface Order {
        int compare(int a, int b);
    }

    /** Heap sort above a handful, for it needs no space and no luck. */
    private static void sort(int[] values, int from, int to, Order order) {
        int size = to - from;
        if (size <= 12) {
            insert(values, from, to, order);
            return;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(values, from, i, size, order);
        }
        for (int end = size - 1; end > 0; end--) {
            int top = values[from];
            values[from] = values[from + end];
            values[from + end] = top;
            sink(values, from, 0, end, order);
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

    private static void sink(int[] values, int from, int start, int size, Order order) {
        int value = values[from + start];
        int hole = start;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && order.compare(values[from + child], values[from + child + 1]) < 0) {
                child++;
            }
            if (order.compare(value, values[from + child]) >= 0) {
                break;
            }
            values[from + hole] = values[from + child];
            hole = child;
        }
        values[from + hole] = value;
    }
}
