package org.citybrain.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Scorer;

/**
 * Cuts one connected component into clusters: the strongest link first; two clusters join when no guard forbids it and
 * all their pairs together still speak for it. The same component always gives the same clusters.
 */
public final class ComponentClusters {
    private static final int SAMPLE = 24;

    private final RecordStore store;
    private final Scorer scorer;
    private final GuardCheck guards;
    private final Thresholds thresholds;

    public ComponentClusters(RecordStore store, Scorer scorer, Thresholds thresholds) {
        this.store = store;
        this.scorer = scorer;
        this.guards = new GuardCheck(store);
        this.thresholds = thresholds;
    }

    /**
     * Clusters the records that the links connect.
     *
     * @param links all links of the component
     * @param chosen the places of the component's links, in any order
     * @return clusters of two and more records, each in the store's own order; records in none stay alone
     */
    public List<int[]> cluster(Links links, Integer[] chosen) {
        Arrays.sort(chosen, strongestFirst(links));
        Groups groups = new Groups();
        for (int link : chosen) {
            Group a = groups.of(links.a(link));
            Group b = groups.of(links.b(link));
            if (a != b && mayJoin(a, b)) {
                groups.join(a, b);
            }
        }
        return groups.clusters(store);
    }

    private Comparator<Integer> strongestFirst(Links links) {
        return (i, j) -> {
            int order = Float.compare(links.bits(j), links.bits(i));
            if (order == 0) {
                order = store.compare(links.a(i), links.a(j));
            }
            return order != 0 ? order : store.compare(links.b(i), links.b(j));
        };
    }

    private boolean mayJoin(Group a, Group b) {
        if (guards.guardsAnything()) {
            for (int x : a.members) {
                for (int y : b.members) {
                    if (guards.forbids(x, y)) {
                        return false;
                    }
                }
            }
        }
        return a.members.size() * b.members.size() == 1 || mean(a, b) >= thresholds.bridge();
    }

    /** The mean over the pairs of two groups, of the first records of each where they are many. */
    private double mean(Group a, Group b) {
        double sum = 0;
        int pairs = 0;
        for (int x : a.sample()) {
            for (int y : b.sample()) {
                double bits = scorer.score(x, y);
                sum += Math.max(-thresholds.cap(), Math.min(thresholds.cap(), bits));
                pairs++;
            }
        }
        return sum / pairs;
    }

    /** Records that belong together so far. */
    private static final class Group {
        private final List<Integer> members = new ArrayList<>();

        List<Integer> sample() {
            return members.size() <= SAMPLE ? members : members.subList(0, SAMPLE);
        }
    }

    private static final class Groups {
        private final java.util.Map<Integer, Group> groupOf = new java.util.HashMap<>();

        Group of(int record) {
            return groupOf.computeIfAbsent(record, alone -> {
                Group group = new Group();
                group.members.add(alone);
                return group;
            });
        }

        void join(Group a, Group b) {
            Group larger = a.members.size() >= b.members.size() ? a : b;
            Group smaller = larger == a ? b : a;
            for (int record : smaller.members) {
                larger.members.add(record);
                groupOf.put(record, larger);
            }
        }

        List<int[]> clusters(RecordStore store) {
            return groupOf.values().stream()
                    .distinct()
                    .filter(group -> group.members.size() > 1)
                    .map(group -> group.members.stream()
                            .sorted(store::compare)
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .sorted((p, q) -> store.compare(p[0], q[0]))
                    .toList();
        }
    }
}
