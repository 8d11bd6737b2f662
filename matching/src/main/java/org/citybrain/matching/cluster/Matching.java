package org.citybrain.matching.cluster;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.block.SourceCheck;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Learner;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.ModelFile;
import org.citybrain.matching.work.Crew;

/**
 * The whole way from records to clusters: placeholders are taken out, weights are learnt, records are clustered.
 *
 * @param file what was learnt, with what was taken out, to be used on other records
 * @param result what was found, with all findings
 */
public record Matching(ModelFile file, MatchResult result) {

    public Model model() {
        return file.model();
    }

    /** Matches all records of a store; the store's placeholders become missing. */
    public static Matching of(RecordStore store) {
        return of(store, Crew.ALONE);
    }

    /** The same on several threads. */
    public static Matching of(RecordStore store, Crew crew) {
        return of(store, crew, RuledPairs.NONE);
    }

    /** The same under stewards' rulings. */
    public static Matching of(RecordStore store, Crew crew, RuledPairs rulings) {
        List<Finding> findings = new ArrayList<>(new SourceCheck(store, crew).findings());
        Placeholders placeholders = new Placeholders(store);
        findings.addAll(placeholders.blank());
        Learner learner = new Learner(store, crew);
        Model model = learner.learn();
        findings.addAll(learner.findings(model));
        return matched(store, crew, new ModelFile(model, placeholders.hashes()), rulings, findings);
    }

    /** Matches under a model that was learnt from other records. */
    public static Matching with(byte[] saved, RecordStore store, Crew crew, RuledPairs rulings) {
        ModelFile file = ModelFile.of(saved, store.lexicon());
        List<Finding> findings = new ArrayList<>(new SourceCheck(store, crew).findings());
        findings.addAll(new Placeholders(store).blank(file.placeholders()));
        store.lexicon().completeWords();
        return matched(store, crew, file, rulings, findings);
    }

    private static Matching matched(
            RecordStore store, Crew crew, ModelFile file, RuledPairs rulings, List<Finding> findings) {
        MatchResult result = new BatchMatcher(store, file.model(), Thresholds.of(store.schema()), crew).match(rulings);
        findings.addAll(result.findings());
        return new Matching(file, result.withFindings(findings));
    }
}
