package org.citybrain.matching.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairVector;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.Scorer;

/** Explains pairs of a store by the model that judged them. */
public final class Explainer {
    private final RecordStore store;
    private final Model model;
    private final Scorer scorer;
    private final Thresholds thresholds;

    public Explainer(RecordStore store, Model model, Thresholds thresholds) {
        this.store = store;
        this.model = model;
        this.scorer = new Scorer(store, model);
        this.thresholds = thresholds;
    }

    /** Explains a pair; `together` tells whether the two ended in one cluster. */
    public Waterfall explain(int a, int b, boolean together) {
        PairVector pair = scorer.compared(a, b);
        List<Step> steps = new ArrayList<>();
        double total = model.priorBits();
        steps.add(new Step("prior", "", "", "", total, total));
        for (int slot = 0; slot < model.slots().size(); slot++) {
            Slot named = model.slots().get(slot);
            double bits = model.bits(pair, slot, scorer.source(a), scorer.source(b));
            total += bits;
            steps.add(new Step(
                    named.name(), named.levels().get(pair.level(slot)), texts(named, a), texts(named, b), bits, total));
        }
        return new Waterfall(store.key(a), store.key(b), steps, verdict(total, together));
    }

    private String texts(Slot slot, int record) {
        return slot.fields().stream()
                .sorted()
                .map(field -> store.text(field, record))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    private Waterfall.Verdict verdict(double bits, boolean together) {
        if (together) {
            return Waterfall.Verdict.LINKED;
        }
        if (bits >= thresholds.link()) {
            return Waterfall.Verdict.REFUSED;
        }
        return bits >= thresholds.clerical() ? Waterfall.Verdict.CLERICAL : Waterfall.Verdict.APART;
    }
}
