package org.citybrain.matching.increment;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

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
    /** By record: whom it is linked to; an empty place where it is linked to none. */
    private @Nullable Neighbours[] neighbours = new Neighbours[1024];
    /** By record: the first record of its cluster, plus one; 0 for a record that is not there. */
    private int[] firstOf = new int[1024];

    private int[] seenIn = new int[1024];
    private int look;
    private final DurableIds ids = new DurableIds();
    private final Set<Integer> touched = new HashSet<>();
    /** The links of the component that is being looked at. */
    private final Links links = new Links();

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
        return record < firstOf.length ? firstOf[record] - 1 : -1;
    }

    private void bringIn(int record) {
        makeRoom(record);
        firstOf[record] = record + 1;
        touched.add(record);
        blocks.add(record, other -> judge(record, other), this::part);
    }

    private void takeOut(int record) {
        if (firstOf(record) < 0) {
            throw new IllegalArgumentException("Record is not there: " + store.key(record));
        }
        firstOf[record] = 0;
        blocks.remove(record, this::judge);
        Neighbours linked = neighbours[record];
        neighbours[record] = null;
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
        Neighbours linked = neighbours[record];
        if (linked == null) {
            linked = new Neighbours();
            neighbours[record] = linked;
        }
        return linked;
    }

    private void makeRoom(int record) {
        if (record >= firstOf.length) {
            int wider = Math.max(record + 1, firstOf.length * 3 / 2);
            firstOf = Arrays.copyOf(firstOf, wider);
            neighbours = Arrays.copyOf(neighbours, wider);
            seenIn = Arrays.copyOf(seenIn, wider);
        }
    }

    /** Clusters anew the components of all touched records. */
    private List<ClusterChange> clusterAnew(Set<Long> gone) {
        look++;
        List<List<Integer>> found = new ArrayList<>();
        for (int record : touched.stream().sorted(store::compare).toList()) {
            if (seenIn[record] != look) {
                links.clear();
                found.addAll(split(component(record)));
            }
        }
        return ids.assign(found, gone);
    }

    private List<Integer> component(int start) {
        List<Integer> members = new ArrayList<>();
        members.add(start);
        seenIn[start] = look;
        for (int next = 0; next < members.size(); next++) {
            int record = members.get(next);
            Neighbours linked = neighbours[record];
            for (int i = 0; linked != null && i < linked.size(); i++) {
                int other = linked.other(i);
                if (record < other) {
                    links.add(record, other, linked.bits(i));
                }
                if (seenIn[other] != look) {
                    seenIn[other] = look;
                    members.add(other);
                }
            }
        }
        return members;
    }

    private List<List<Integer>> split(List<Integer> members) {
        if (links.size() == 0) {
            firstOf[members.getFirst()] = members.getFirst() + 1;
            return List.of(members);
        }
        int[] places = new int[links.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        Map<Integer, List<Integer>> byFirst = new LinkedHashMap<>();
        clusters.cluster(links, places, 0, places.length, (record, first) -> {
            firstOf[record] = first + 1;
            byFirst.computeIfAbsent(first, unused -> new ArrayList<>()).add(record);
        });
        return List.copyOf(byFirst.values());
    }
}
