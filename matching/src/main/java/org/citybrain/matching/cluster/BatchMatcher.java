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
        Components components = new Components(store.size());
        for (int i = 0; i < links.size(); i++) {
            if (links.bits(i) >= thresholds.link()) {
                components.join(links.a(i), links.b(i));
            }
        }
        Integer[] order = java.util.stream.IntStream.range(0, links.size())
                .filter(i -> links.bits(i) >= thresholds.link())
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, (i, j) -> Integer.compare(components.root(links.a(i)), components.root(links.a(j))));
        int[] cluster = new int[store.size()];
        for (int record = 0; record < cluster.length; record++) {
            cluster[record] = record;
        }
        ComponentClusters clusters = new ComponentClusters(store, scorer, thresholds);
        for (int from = 0, to; from < order.length; from = to) {
            int root = components.root(links.a(order[from]));
            to = from + 1;
            while (to < order.length && components.root(links.a(order[to])) == root) {
                to++;
            }
            for (int[] members : clusters.cluster(links, Arrays.copyOfRange(order, from, to))) {
                for (int member : members) {
                    cluster[member] = members[0];
                }
            }
        }
        return cluster;
    }
}
