package org.citybrain.matching.increment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.matching.block.BlockIndex;
import org.citybrain.matching.cluster.ComponentClusters;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.Scorer;

/**
 * Matches records as they come, change and go, under a model learnt before. At every moment the clusters are those that
 * {@link org.citybrain.matching.cluster.BatchMatcher} would find among the records that are there, whatever the order in
 * which they came; only the components that a change touches are clustered anew. Not for several threads.
 */
public final class IncrementalMatcher {
    private final RecordStore store;
    private final Thresholds thresholds;
    private final Scorer scorer;
    private final BlockIndex blocks;
    private final ComponentClusters clusters;
    private final Map<Integer, Neighbours> neighbours = new HashMap<>();
    private final Map<Integer, Integer> firstOf = new HashMap<>();
    private final DurableIds ids = new DurableIds();
    private final Set<Integer> touched = new HashSet<>();

    public IncrementalMatcher(RecordStore store, Model model, Thresholds thresholds) {
        this.store = store;
        this.thresholds = thresholds;
        this.scorer = new Scorer(store, model);
        this.blocks = new BlockIndex(store);
        this.clusters = new ComponentClusters(store, scorer, thresholds, new KnownVerdicts());
    }

    /** Takes in a record of the store and tells the clusters that it touched. */
    public List<ClusterChange> add(int record) {
        touched.clear();
        bringIn(record);
        return clusterAnew(Set.of());
    }

    /** Takes a record out and tells the clusters that it touched. */
    public List<ClusterChange> remove(int record) {
        touched.clear();
        takeOut(record);
        long id = ids.forget(record);
        return clusterAnew(Set.of(id));
    }

    /** Puts a record's new version (another number in the store, with the same key) in the place of its old one. */
    public List<ClusterChange> change(int before, int after) {
        touched.clear();
        takeOut(before);
        long id = ids.forget(before);
        bringIn(after);
        ids.inherit(after, id);
        return clusterAnew(Set.of(id));
    }

    /** The durable id of a record's cluster; 0 for a record that is not there. */
    public long clusterOf(int record) {
        return ids.of(record);
    }

    /** The first record of a record's cluster in the store's own order, as the batch names clusters. */
    public int firstOf(int record) {
        return firstOf.getOrDefault(record, -1);
    }

    private void bringIn(int record) {
        firstOf.put(record, record);
        touched.add(record);
        blocks.add(record, other -> judge(record, other), this::part);
    }

    private void takeOut(int record) {
        if (firstOf.remove(record) == null) {
            throw new IllegalArgumentException("Record is not there: " + store.key(record));
        }
        blocks.remove(record, this::judge);
        Neighbours linked = neighbours.remove(record);
        for (int i = 0; linked != null && i < linked.size(); i++) {
            of(linked.other(i)).remove(record);
            touched.add(linked.other(i));
        }
        touched.remove(record);
    }

    private void judge(int a, int b) {
        double bits = scorer.score(a, b);
        if (bits >= thresholds.link()) {
            of(a).put(b, bits);
            of(b).put(a, bits);
            touched.add(a);
            touched.add(b);
        }
    }

    private void part(int a, int b) {
        if (of(a).remove(b)) {
            of(b).remove(a);
            touched.add(a);
            touched.add(b);
        }
    }

    private Neighbours of(int record) {
        return neighbours.computeIfAbsent(record, unused -> new Neighbours());
    }

    /** Clusters anew the components of all touched records. */
    private List<ClusterChange> clusterAnew(Set<Long> gone) {
        Set<Integer> seen = new HashSet<>();
        List<List<Integer>> found = new ArrayList<>();
        for (int record : touched.stream().sorted(store::compare).toList()) {
            if (!seen.contains(record)) {
                Links links = new Links();
                List<Integer> members = component(record, seen, links);
                found.addAll(split(members, links));
            }
        }
        return ids.assign(found, gone);
    }

    private List<Integer> component(int start, Set<Integer> seen, Links links) {
        List<Integer> members = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen.add(start);
        while (!open.isEmpty()) {
            int record = open.remove();
            members.add(record);
            Neighbours linked = neighbours.get(record);
            for (int i = 0; linked != null && i < linked.size(); i++) {
                int other = linked.other(i);
                if (store.compare(record, other) < 0) {
                    links.add(record, other, linked.bits(i));
                }
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return members;
    }

    private List<List<Integer>> split(List<Integer> members, Links links) {
        members.sort(store::compare);
        if (links.size() == 0) {
            firstOf.put(members.getFirst(), members.getFirst());
            return List.of(members);
        }
        int[] places = new int[links.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        Map<Integer, List<Integer>> byFirst = new LinkedHashMap<>();
        clusters.cluster(links, places, 0, places.length, (record, first) -> {
            firstOf.put(record, first);
            byFirst.computeIfAbsent(first, unused -> new ArrayList<>()).add(record);
        });
        return List.copyOf(byFirst.values());
    }
}
