package org.citybrain.matching.increment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids of clusters that outlive changes: a cluster goes on under the id that most of its records had; of two clusters
 * with a claim the one with more such records keeps it, and the other gets a new id.
 */
final class DurableIds {
    /** By record; 0 for one that is not there. */
    private long[] idOf = new long[1024];

    private final Map<Long, Integer> sizes = new HashMap<>();
    private long lastId;
    private long version;

    /** A cluster's claim to an id. */
    private record Claim(int cluster, long id, int records) {}

    long of(int record) {
        return record < idOf.length ? idOf[record] : 0;
    }

    /** Forgets a record that is gone and tells the id it had, 0 if none. */
    long forget(int record) {
        long id = of(record);
        put(record, 0);
        return id;
    }

    /** A record takes the place of an older version of itself. */
    void inherit(int record, long id) {
        put(record, id);
    }

    private void put(int record, long id) {
        long before = of(record);
        if (before == id) {
            return;
        }
        if (record >= idOf.length) {
            idOf = Arrays.copyOf(idOf, Math.max(record + 1, idOf.length * 3 / 2));
        }
        if (before != 0) {
            sizes.computeIfPresent(before, (unused, size) -> size - 1);
            sizes.remove(before, 0);
        }
        if (id != 0) {
            sizes.merge(id, 1, Integer::sum);
        }
        idOf[record] = id;
    }

    /**
     * Names the clusters into which some records fell, and tells those that are not as they were.
     *
     * @param clusters all clusters of the records looked at, each in the store's own order
     * @param gone ids that lost a record which is no more
     */
    List<ClusterChange> assign(List<List<Integer>> clusters, Set<Long> gone) {
        Set<Long> before = new HashSet<>(gone);
        List<List<Integer>> changed = new ArrayList<>();
        List<Map<Long, Integer>> origins = new ArrayList<>();
        for (List<Integer> members : clusters) {
            if (isAsItWas(members, gone)) {
                continue;
            }
            Map<Long, Integer> origin = new TreeMap<>();
            for (int record : members) {
                long id = of(record);
                if (id != 0) {
                    origin.merge(id, 1, Integer::sum);
                    before.add(id);
                }
            }
            changed.add(members);
            origins.add(origin);
        }
        return changes(changed, origins, before);
    }

    private boolean isAsItWas(List<Integer> members, Set<Long> gone) {
        long id = of(members.getFirst());
        if (id == 0 || gone.contains(id) || sizes.getOrDefault(id, 0) != members.size()) {
            return false;
        }
        for (int record : members) {
            if (of(record) != id) {
                return false;
            }
        }
        return true;
    }

    private List<ClusterChange> changes(
            List<List<Integer>> clusters, List<Map<Long, Integer>> origins, Set<Long> before) {
        long[] ids = settle(origins);
        List<ClusterChange> changes = new ArrayList<>();
        version++;
        for (int i = 0; i < ids.length; i++) {
            Set<Long> others = new HashSet<>(origins.get(i).keySet());
            others.remove(ids[i]);
            before.remove(ids[i]);
            for (int record : clusters.get(i)) {
                put(record, ids[i]);
            }
            changes.add(new ClusterChange(ids[i], version, clusters.get(i), others));
        }
        before.stream().sorted().forEach(id -> changes.add(new ClusterChange(id, version, List.of(), Set.of())));
        return changes;
    }

    private long[] settle(List<Map<Long, Integer>> origins) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            int cluster = i;
            origins.get(i).forEach((id, records) -> claims.add(new Claim(cluster, id, records)));
        }
        claims.sort((p, q) -> {
            int order = Integer.compare(q.records, p.records);
            order = order != 0 ? order : Long.compare(p.id, q.id);
            return order != 0 ? order : Integer.compare(p.cluster, q.cluster);
        });
        long[] ids = new long[origins.size()];
        Set<Long> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (ids[claim.cluster] == 0 && taken.add(claim.id)) {
                ids[claim.cluster] = claim.id;
            }
        }
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ids[i] == 0 ? ++lastId : ids[i];
        }
        return ids;
    }
}
