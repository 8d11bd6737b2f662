package org.citybrain.matching.learn;

import java.util.Arrays;
import java.util.List;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.PairVector;

/** Scores pairs of a store by a model. Keeps scratch space: one for each thread. */
public final class Scorer {
    private final RecordStore store;
    private final Model model;
    private final PairComparer comparer;
    private final PairVector vector;
    private int[] sources = {};

    public Scorer(RecordStore store, Model model) {
        this.store = store;
        this.model = model;
        this.comparer = new PairComparer(store, model.vocabulary());
        this.vector = new PairVector(model.slots().size());
    }

    /** The log2 odds that two records are the same; the order of the two plays no part. */
    public double score(int a, int b) {
        return model.score(compared(a, b), source(a), source(b));
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

    /** The place of a record's source in the model; -1 when the model never saw it. */
    public int source(int record) {
        int source = store.source(record);
        if (source >= sources.length) {
            int known = sources.length;
            List<String> names = store.sourceNames();
            sources = Arrays.copyOf(sources, names.size());
            for (int i = known; i < sources.length; i++) {
                sources[i] = model.sources().indexOf(names.get(i));
            }
        }
        return sources[source];
    }

    public Model model() {
        return model;
    }
}
