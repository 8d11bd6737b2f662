package org.citybrain.platform.registry.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.matching.cluster.ComponentClusters;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.Verdicts;
import org.citybrain.matching.learn.Scorer;

/**
 * The clusters of a neighbourhood. First in rank are a steward's rulings, then equal valid numbers, then what the engine
 * finds; two records that a ruling keeps apart never come together, by whatever way.
 */
final class Clustering {
    private static final double SURE = 1000;

    private final Neighbourhood near;
    private final List<StoredRecord> records;
    private final Map<Long, Long> rootOf = new HashMap<>();

    Clustering(Neighbourhood near) {
        this.near = near;
        this.records = near.records().values().stream()
                .sorted(Comparator.comparing(StoredRecord::resource).thenComparing(StoredRecord::key))
                .toList();
        records.forEach(record -> rootOf.put(record.id(), record.id()));
    }

    /** The clusters, each in the order of resource and key. */
    List<List<StoredRecord>> clusters() {
        for (Rulings.Ruling ruling : near.rulings()) {
            if (ruling.same()) {
                join(ruling.a(), ruling.b());
            }
        }
        Map<String, Long> firstOf = new TreeMap<>();
        for (StoredRecord record : records) {
            String number = record.numberRef();
            Long first = number == null ? null : firstOf.putIfAbsent(number, record.id());
            if (first != null) {
                join(first, record.id());
            }
        }
        compared().forEach(this::join);
        Map<Long, List<StoredRecord>> byRoot = new HashMap<>();
        List<List<StoredRecord>> clusters = new ArrayList<>();
        for (StoredRecord record : records) {
            byRoot.computeIfAbsent(root(record.id()), unused -> {
                        List<StoredRecord> cluster = new ArrayList<>();
                        clusters.add(cluster);
                        return cluster;
                    })
                    .add(record);
        }
        return clusters;
    }

    private void join(long a, long b) {
        Long rootA = rootOf.containsKey(a) ? Long.valueOf(root(a)) : null;
        Long rootB = rootOf.containsKey(b) ? Long.valueOf(root(b)) : null;
        if (rootA != null && rootB != null && !rootA.equals(rootB) && mayJoin(rootA, rootB)) {
            rootOf.put(rootB, rootA);
        }
    }

    private long root(long record) {
        long root = record;
        Long next = rootOf.get(root);
        while (next != null && next != root) {
            root = next;
            next = rootOf.get(root);
        }
        return root;
    }

    private boolean mayJoin(long rootA, long rootB) {
        for (Rulings.Ruling ruling : near.rulings()) {
            if (!ruling.same() && rootOf.containsKey(ruling.a()) && rootOf.containsKey(ruling.b())) {
                long a = root(ruling.a());
                long b = root(ruling.b());
                if (a == rootA && b == rootB || a == rootB && b == rootA) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the engine brings together: for each record the first of its cluster. */
    private Map<Long, Long> compared() {
        Weights.Learnt learnt = near.learnt();
        Scorer scorer = near.scorer();
        Map<Long, Long> joined = new TreeMap<>();
        if (learnt == null || scorer == null) {
            return joined;
        }
        Links links = links(learnt);
        if (links.size() == 0) {
            return joined;
        }
        Map<Integer, Long> idOf = new HashMap<>();
        records.forEach(record -> idOf.put(near.placeOf(record.id()), record.id()));
        int[] chosen = new int[links.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = i;
        }
        new ComponentClusters(near.store(), scorer, learnt.thresholds(), Verdicts.NONE)
                .cluster(links, chosen, 0, chosen.length, (record, first) -> {
                    Long id = idOf.get(record);
                    Long firstId = idOf.get(first);
                    if (record != first && id != null && firstId != null) {
                        joined.put(id, firstId);
                    }
                });
        return joined;
    }

    private Links links(Weights.Learnt learnt) {
        Links links = new Links();
        near.scored().forEach((pair, bits) -> {
            if (bits >= learnt.thresholds().link() && rootOf.containsKey(pair.a()) && rootOf.containsKey(pair.b())) {
                add(links, pair.a(), pair.b(), bits);
            }
        });
        Map<String, Long> last = new HashMap<>();
        for (StoredRecord record : records) {
            Long before = record.numberRef() == null ? null : last.put(record.numberRef(), record.id());
            if (before != null) {
                add(links, before, record.id(), SURE);
            }
        }
        return links;
    }

    private void add(Links links, long a, long b, double bits) {
        int placeA = near.placeOf(a);
        int placeB = near.placeOf(b);
        if (near.store().compare(placeA, placeB) < 0) {
            links.add(placeA, placeB, bits);
        } else {
            links.add(placeB, placeA, bits);
        }
    }
}
