package org.citybrain.matching.cluster;

import java.util.Arrays;
import org.citybrain.matching.block.Candidates;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.Scorer;

/** Matches a whole store at once. */
public final class BatchMatcher {
    private final RecordStore store;
    private final Model model;
    private final Thresholds thresholds;

    public BatchMatcher(RecordStore store, Model model, Thresholds thresholds) {
        this.store = store;
        this.model = model;
        this.thresholds = thresholds;
    }

    public MatchResult match() {
        Scorer scorer = new Scorer(store, model);
        Links links = new Links();
        Candidates candidates = new Candidates(store);
        long[] looked = {0};
        candidates.forEach(record -> true, (a, b) -> {
            looked[0]++;
            double bits = scorer.score(a, b);
            if (bits >= thresholds.clerical()) {
                links.add(a, b, bits);
            }
        });
        int[] cluster = cluster(links, scorer);
        return new MatchResult(cluster, links, looked[0], thresholds, candidates.findings());
    }

    private int[] cluster(Links links, Scorer scorer) {
        int[] cluster = new int[store.size()];
        Arrays.setAll(cluster, record -> record);
        Components components = new Components(store.size());
        for (int i = 0; i < links.size(); i++) {
            if (links.bits(i) >= thresholds.link()) {
                components.join(links.a(i), links.b(i));
            }
        }
        int[] ends = new int[store.size() + 1];
        int[] byComponent = byComponent(links, components, ends);
        ComponentClusters clusters = new ComponentClusters(store, scorer, thresholds, Verdicts.NONE);
        for (int root = 0; root < store.size(); root++) {
            int from = root == 0 ? 0 : ends[root - 1];
            if (ends[root] > from) {
                clusters.cluster(links, byComponent, from, ends[root], (record, first) -> cluster[record] = first);
            }
        }
        return cluster;
    }

    /** Places of the strong links, those of one component side by side; `ends` tells by root where they end. */
    private int[] byComponent(Links links, Components components, int[] ends) {
        int strong = 0;
        for (int i = 0; i < links.size(); i++) {
            if (links.bits(i) >= thresholds.link()) {
                ends[components.root(links.a(i)) + 1]++;
                strong++;
            }
        }
        for (int root = 1; root < ends.length; root++) {
            ends[root] += ends[root - 1];
        }
        int[] places = new int[strong];
        for (int i = 0; i < links.size(); i++) {
            if (links.bits(i) >= thresholds.link()) {
                places[ends[components.root(links.a(i))]++] = i;
            }
        }
        return places;
    }
}
