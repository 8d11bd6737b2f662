package org.citybrain.matching.increment;

import java.util.List;
import java.util.Set;

/**
 * One cluster as it stands after a change.
 *
 * @param cluster its durable id
 * @param version counts the changes of all clusters; a later one is larger
 * @param members numbers of its records in the store, in the store's own order; none: the cluster is no more
 * @param cameFrom ids of the other clusters whose records it took (merged, or split off from)
 */
public record ClusterChange(long cluster, long version, List<Integer> members, Set<Long> cameFrom) {
    public ClusterChange {
        members = List.copyOf(members);
        cameFrom = Set.copyOf(cameFrom);
    }
}
