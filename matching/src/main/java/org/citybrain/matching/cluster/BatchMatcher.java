package org.citybrain.matching.cluster;

import java.util.Arrays;
import org.citybrain.matching.block.Candidates;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.Scorer;
import org.citybrain.matching.work.Crew;

/** Matches a whole store at once. */
public final class BatchMatcher {
    private static final int ROOTS = 1 << 16;

    private final RecordStore store;
    private final Model model;
    private final Thresholds thresholds;
    private final Crew crew;

    public BatchMatcher(RecordStore store, Model model, Thresholds thresholds) {
        this(store, model, thresholds, Crew.ALONE);
    }

    public BatchMatcher(RecordStore store, Model model, Thresholds thresholds, Crew crew) {
        this.store = store;
        this.model = model;
        this.thresholds = thresholds;
        this.crew = crew;
    }

    public MatchResult match() {
        return match(RuledPairs.NONE);
    }

    /** Matches under stewards' rulings. */
    public MatchResult match(RuledPairs rulings) {
        Links links = new Links();
        rulings.link(links);
        Candidates candidates = new Candidates(store, crew);
        long[] looked = {0};
        candidates.forEach(view -> new Judged.Bench(new Scorer(store, model), thresholds.clerical()), judged -> {
            looked[0] += judged.looked();
            links.addAll(judged.links());
        });
        return new MatchResult(cluster(links, rulings), links, looked[0], thresholds, candidates.findings());
    }

    private int[] cluster(Links links, RuledPairs rulings) {
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
        crew.each(
                (store.size() + ROOTS - 1) / ROOTS,
                () -> new ComponentClusters(store, new Scorer(store, model), thresholds, Verdicts.NONE, rulings),
                (clusters, task) -> {
                    int last = Math.min(store.size(), (task + 1) * ROOTS);
                    for (int root = task * ROOTS; root < last; root++) {
                        int from = root == 0 ? 0 : ends[root - 1];
                        if (ends[root] > from) {
                            clusters.cluster(
                                    links, byComponent, from, ends[root], (record, first) -> cluster[record] = first);
                        }
                    }
                });
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
