package org.citybrain.matching.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What is truly the same.
 *
 * @param cluster by record: the number of its true cluster, below zero where it is not known
 * @param pairs the true pairs where the truth is a list of pairs; empty where it is clusters
 * @param listed whether the truth is a list of pairs
 */
record Truth(int[] cluster, Set<Long> pairs, boolean listed) {
    static final Truth NONE = new Truth(new int[0], Set.of(), false);

    static Truth ofClusters(int[] cluster) {
        return new Truth(cluster, Set.of(), false);
    }

    /** Pairs; what they connect counts as a cluster. */
    static Truth ofPairs(Set<Long> pairs, int records) {
        int[] cluster = new int[records];
        Arrays.setAll(cluster, record -> record);
        for (long pair : pairs) {
            int from = root(cluster, (int) (pair >>> 32));
            int to = root(cluster, (int) pair);
            cluster[Math.max(from, to)] = Math.min(from, to);
        }
        for (int record = 0; record < records; record++) {
            cluster[record] = root(cluster, record);
        }
        return new Truth(cluster, new HashSet<>(pairs), true);
    }

    private static int root(int[] cluster, int record) {
        int root = record;
        while (cluster[root] != root) {
            root = cluster[root];
        }
        return root;
    }

    boolean isKnown() {
        return cluster.length > 0;
    }

    static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    boolean isSame(int a, int b) {
        return listed ? pairs.contains(pair(a, b)) : cluster[a] >= 0 && cluster[a] == cluster[b];
    }
}
