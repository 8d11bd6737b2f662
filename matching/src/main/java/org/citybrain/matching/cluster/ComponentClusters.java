package org.citybrain.matching.cluster;

import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one connected component into clusters: the strongest link first; two clusters join when no guard forbids it and
 * all their pairs together still speak for it. The same component always gives the same clusters.
 */
public final class ComponentClusters {
    private static final int SAMPLE = 24;

    private final Scorer scorer;
    private final GuardCheck guards;
    private final Thresholds thresholds;
    private final LinkOrder order;
    private final Verdicts verdicts;
    private final Rulings rulings;
    private final Places places = new Places();
    private final @Nullable Twins twins;
    private int[] members = new int[16];
    private int size;
    private int[] group = new int[16];
    private int[] next = new int[16];
    private int[] last = new int[16];
    private int[] sizes = new int[16];
    private long[] sums = new long[16];

    public ComponentClusters(RecordStore store, Scorer scorer, Thresholds thresholds, Verdicts verdicts) {
        this(store, scorer, thresholds, verdicts, Rulings.NONE);
    }

    public ComponentClusters(
            RecordStore store, Scorer scorer, Thresholds thresholds, Verdicts verdicts, Rulings rulings) {
        this.verdicts = verdicts;
        this.rulings = rulings;
        this.scorer = scorer;
        this.guards = new GuardCheck(store);
        this.thresholds = thresholds;
        this.order = new LinkOrder(store);
        this.twins = store.schema().guards().sourcesDistinct() ? new Twins(store) : null;
    }

    /** Takes the clusters of a component. */
    @FunctionalInterface
    public interface Sink {
        /** A record and the first record of its cluster in the store's own order. */
        void accept(int record, int first);
    }

    /**
     * Clusters the records that links connect.
     *
     * @param links all links
     * @param chosen places of the component's links; their order is changed
     * @param from first of the component's places
     * @param to end of the component's places
     */
    public void cluster(Links links, int[] chosen, int from, int to, Sink sink) {
        order.strongestFirst(links, chosen, from, to);
        collect(links, chosen, from, to);
        for (int i = from; i < to; i++) {
            int a = group[places.of(links.a(chosen[i]))];
            int b = group[places.of(links.b(chosen[i]))];
            boolean ruled = links.bits(chosen[i]) >= Rulings.MERGE;
            if (a != b
                    && !areDistinct(a, b)
                    && (ruled || !isGuess(links, chosen[i]) && verdict(Math.min(a, b), Math.max(a, b)))) {
                join(Math.min(a, b), Math.max(a, b));
            }
        }
        for (int i = 0; i < size; i++) {
            sink.accept(members[i], members[group[i]]);
        }
    }

    /** Whether a link is one of several between records that nothing tells apart on either side: most of them are wrong. */
    private boolean isGuess(Links links, int link) {
        return twins != null && twins.hasTwin(places.of(links.a(link))) && twins.hasTwin(places.of(links.b(link)));
    }

    /** The component's records in the store's own order, each a group of its own. */
    private void collect(Links links, int[] chosen, int from, int to) {
        makeRoom(2 * (to - from));
        places.clear(2 * (to - from));
        size = 0;
        for (int i = from; i < to; i++) {
            collect(links.a(chosen[i]));
            collect(links.b(chosen[i]));
        }
        order.inStoreOrder(members, size);
        for (int i = 0; i < size; i++) {
            places.put(members[i], i);
            group[i] = i;
            next[i] = -1;
            last[i] = i;
            sums[i] = Hashes.spread(members[i] + 1L);
            sizes[i] = 1;
        }
        if (twins != null) {
            twins.look(members, size);
        }
    }

    private void collect(int record) {
        if (places.add(record)) {
            members[size++] = record;
        }
    }

    private void makeRoom(int need) {
        if (members.length < need) {
            members = new int[need * 2];
            group = new int[need * 2];
            next = new int[need * 2];
            last = new int[need * 2];
            sizes = new int[need * 2];
            sums = new long[need * 2];
        }
    }

    private void join(int into, int from) {
        for (int i = from; i >= 0; i = next[i]) {
            group[i] = into;
        }
        next[last[into]] = from;
        last[into] = last[from];
        sizes[into] += sizes[from];
        sums[into] += sums[from];
    }

    private boolean verdict(int a, int b) {
        if (sizes[a] * sizes[b] == 1) {
            return mayJoin(a, b);
        }
        long pair = Hashes.mix(sums[a] ^ sums[b], sums[a] + sums[b]);
        return verdicts.of(pair, () -> mayJoin(a, b));
    }

    private boolean areDistinct(int a, int b) {
        if (rulings == Rulings.NONE || rulings == RuledPairs.NONE) {
            return false;
        }
        for (int x = a; x >= 0; x = next[x]) {
            for (int y = b; y >= 0; y = next[y]) {
                if (rulings.areDistinct(members[x], members[y])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayJoin(int a, int b) {
        if (guards.guardsAnything()) {
            for (int x = a; x >= 0; x = next[x]) {
                for (int y = b; y >= 0; y = next[y]) {
                    if (guards.forbids(members[x], members[y])) {
                        return false;
                    }
                }
            }
        }
        return sizes[a] * sizes[b] == 1 || mean(a, b) >= thresholds.bridge();
    }

    /** The mean over the pairs of two groups, of some records of each where they are many. */
    private double mean(int a, int b) {
        double sum = 0;
        int pairs = 0;
        for (int x = a, i = 0; x >= 0 && i < SAMPLE; x = next[x], i++) {
            for (int y = b, j = 0; y >= 0 && j < SAMPLE; y = next[y], j++) {
                double bits = scorer.score(members[x], members[y]);
                sum += Math.max(-thresholds.cap(), Math.min(thresholds.cap(), bits));
                pairs++;
            }
        }
        return sum / pairs;
    }
}
