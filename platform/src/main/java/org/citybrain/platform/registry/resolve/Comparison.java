package org.citybrain.platform.registry.resolve;

import java.util.List;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.explain.Explainer;
import org.citybrain.matching.explain.Step;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side.
 *
 * @param records both, as stored
 * @param steps the prior, then what each field adds to the log2 odds; empty while too little was learnt from
 * @param link log2 odds from which two records are taken as the same
 * @param clerical log2 odds from which a steward is asked
 */
public record Comparison(List<StoredRecord> records, List<Step> steps, double link, double clerical) {
    public Comparison {
        records = List.copyOf(records);
        steps = List.copyOf(steps);
    }

    static Comparison of(
            RecordDeclaration.Loaded declared, Weights.@Nullable Learnt learnt, List<StoredRecord> records) {
        if (learnt == null || records.size() != 2) {
            return new Comparison(records, List.of(), 0, 0);
        }
        MatchStore store = new MatchStore(declared, learnt.lexicon());
        int[] places = records.stream()
                .mapToInt(record -> store.add(record.resource(), record.key(), record.fields()))
                .toArray();
        new Placeholders(store.store()).blank();
        boolean together = records.getFirst().entity().equals(records.getLast().entity());
        List<Step> steps = new Explainer(store.store(), learnt.model(), learnt.thresholds())
                .explain(places[0], places[1], together)
                .steps();
        return new Comparison(
                records, steps, learnt.thresholds().link(), learnt.thresholds().clerical());
    }
}
