package org.citybrain.matching.cluster;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.block.SourceCheck;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Learner;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.work.Crew;

/**
 * The whole way from records to clusters: placeholders are taken out, weights are learnt, records are clustered.
 *
 * @param model what was learnt
 * @param result what was found, with all findings
 */
public record Matching(Model model, MatchResult result) {

    /** Matches all records of a store; the store's placeholders become missing. */
    public static Matching of(RecordStore store) {
        return of(store, Crew.ALONE);
    }

    /** The same on several threads. */
    public static Matching of(RecordStore store, Crew crew) {
        List<Finding> findings = new ArrayList<>(new SourceCheck(store, crew).findings());
        findings.addAll(new Placeholders(store).blank());
        Learner learner = new Learner(store, crew);
        Model model = learner.learn();
        findings.addAll(learner.findings(model));
        MatchResult result = new BatchMatcher(store, model, Thresholds.of(store.schema()), crew).match();
        findings.addAll(result.findings());
        return new Matching(model, result.withFindings(findings));
    }
}
