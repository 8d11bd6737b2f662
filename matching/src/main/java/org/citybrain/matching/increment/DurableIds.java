package org.citybrain.matching.increment;

import java.util.ArrayList;
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
    private final Map<Integer, Long> idOf = new HashMap<>();
    private long lastId;
    private long version;

    /** A cluster's claim to an id. */
    private record Claim(int cluster, long id, int records) {}

    long of(int record) {
        return idOf.getOrDefault(record, 0L);
    }

    /** Forgets a record that is gone and tells the id it had, 0 if none. */
    long forget(int record) {
        Long id = idOf.remove(record);
        return id == null ? 0 : id;
    }

    /** A record takes the place of an older version of itself. */
    void inherit(int record, long id) {
        idOf.put(record, id);
    }

    /**
     * Names the clusters into which some records fell.
     *
     * @param clusters all clusters of the records looked at, each in the store's own order
     * @param gone ids that lost a record which is no more
     */
    List<ClusterChange> assign(List<List<Integer>> clusters, Set<Long> gone) {
        Set<Long> before = new HashSet<>(gone);
        List<Map<Long, Integer>> origins = new ArrayList<>();
        for (List<Integer> members : clusters) {
            Map<Long, Integer> origin = new TreeMap<>();
            for (int record : members) {
                long id = of(record);
                if (id != 0) {
                    origin.merge(id, 1, Integer::sum);
                    before.add(id);
                }
            }
            origins.add(origin);
        }
        long[] ids = settle(origins);
        List<ClusterChange> changes = new ArrayList<>();
        version++;
        for (int i = 0; i < ids.length; i++) {
            Set<Long> others = new HashSet<>(origins.get(i).keySet());
            others.remove(ids[i]);
            before.remove(ids[i]);
            for (int record : clusters.get(i)) {
                idOf.put(record, ids[i]);
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
