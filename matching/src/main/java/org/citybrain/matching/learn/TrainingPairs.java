package org.citybrain.matching.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citybrain.matching.block.Judge;
import org.citybrain.matching.block.RuleView;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.PairVector;

/** Compares pairs and keeps them for learning. Keeps scratch space: one for each thread. */
final class TrainingPairs implements Judge<List<TrainingPairs.Pair>> {
    /**
     * One compared pair.
     *
     * @param levels the level of each slot
     * @param shares the share of each slot
     * @param rules the rules that bring the two together, as bits
     */
    record Pair(int a, int b, short[] levels, float[] shares, long rules, int sourceA, int sourceB) {}

    private final RecordStore store;
    private final RuleView rules;
    private final PairComparer comparer;
    private final PairVector vector;
    private final int slots;
    private List<Pair> pairs = new ArrayList<>();

    TrainingPairs(RecordStore store, PairComparer comparer, RuleView rules) {
        this.store = store;
        this.rules = rules;
        this.comparer = comparer;
        this.slots = comparer.slots().size();
        this.vector = new PairVector(slots);
    }

    @Override
    public void accept(int a, int b) {
        comparer.compare(a, b, vector);
        short[] levels = new short[slots];
        float[] shares = new float[slots];
        for (int slot = 0; slot < slots; slot++) {
            levels[slot] = (short) vector.level(slot);
            shares[slot] = (float) vector.share(slot);
        }
        pairs.add(new Pair(a, b, levels, shares, rules.rulesOf(a, b), store.source(a), store.source(b)));
    }

    @Override
    public List<Pair> verdicts() {
        List<Pair> taken = pairs;
        pairs = new ArrayList<>();
        return taken;
    }

    /** An order that does not hang on the order of arrival. */
    static Comparator<Pair> order(RecordStore store) {
        return (p, q) -> {
            int order = store.compare(p.a, q.a);
            return order != 0 ? order : store.compare(p.b, q.b);
        };
    }
}
