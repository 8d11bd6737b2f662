package org.citybrain.matching.learn;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.PairVector;

/** Compared pairs kept for learning, in an order that does not hang on the order of arrival. */
final class TrainingPairs {
    /**
     * One compared pair.
     *
     * @param levels the level of each slot
     * @param shares the share of each slot
     * @param rules the rules that bring the two together, as bits; all bits for a pair taken blindly
     */
    record Pair(int a, int b, short[] levels, float[] shares, long rules, int sourceA, int sourceB) {}

    private final RecordStore store;
    private final PairComparer comparer;
    private final PairVector vector;
    private final int slots;
    private final List<Pair> pairs = new ArrayList<>();

    TrainingPairs(RecordStore store, PairComparer comparer) {
        this.store = store;
        this.comparer = comparer;
        this.slots = comparer.slots().size();
        this.vector = new PairVector(slots);
    }

    void add(int a, int b, long rules) {
        comparer.compare(a, b, vector);
        short[] levels = new short[slots];
        float[] shares = new float[slots];
        for (int slot = 0; slot < slots; slot++) {
            levels[slot] = (short) vector.level(slot);
            shares[slot] = (float) vector.share(slot);
        }
        pairs.add(new Pair(a, b, levels, shares, rules, store.source(a), store.source(b)));
    }

    List<Pair> inOrder() {
        pairs.sort((p, q) -> {
            int order = store.compare(p.a, q.a);
            return order != 0 ? order : store.compare(p.b, q.b);
        });
        return pairs;
    }
}
