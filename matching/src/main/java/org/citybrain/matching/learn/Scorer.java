package org.citybrain.matching.learn;

import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.PairVector;

/** Scores pairs of a store by a model. Keeps scratch space: one for each thread. */
public final class Scorer {
    private final RecordStore store;
    private final Model model;
    private final PairComparer comparer;
    private final PairVector vector;

    public Scorer(RecordStore store, Model model) {
        this.store = store;
        this.model = model;
        this.comparer = new PairComparer(store, model.vocabulary());
        this.vector = new PairVector(model.slots().size());
    }

    /** The log2 odds that two records are the same; the order of the two plays no part. */
    public double score(int a, int b) {
        return model.score(compared(a, b), store.source(a), store.source(b));
    }

    /** The comparison of two records, overwritten by the next one. */
    public PairVector compared(int a, int b) {
        if (store.compare(a, b) <= 0) {
            comparer.compare(a, b, vector);
        } else {
            comparer.compare(b, a, vector);
        }
        return vector;
    }

    public Model model() {
        return model;
    }
}
