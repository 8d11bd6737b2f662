package org.citybrain.streaming.resolve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.citybrain.matching.columns.Hashes;

/**
 * The ids of entities, in Flink's state. An entity goes on under the id that most of its records had; of two with a
 * claim the one with more such records keeps it. A new id is drawn from the entity's first record, so that a replay
 * after a failure never gives one id to two different persons.
 */
final class EntityBook {
    private final MapState<String, String> entityOf;
    private final MapState<String, Integer> sizes;
    private final ValueState<Long> version;

    /**
     * An entity that is not as it was.
     *
     * @param members its records; none: it is no more
     * @param cameFrom other entities whose records it took
     */
    record Change(String entity, List<String> members, Set<String> cameFrom) {}

    private record Claim(int group, String entity, int records) {}

    EntityBook(RuntimeContext context) {
        entityOf = context.getMapState(new MapStateDescriptor<>("entity-of", Types.STRING, Types.STRING));
        sizes = context.getMapState(new MapStateDescriptor<>("entity-sizes", Types.STRING, Types.INT));
        version = context.getState(new ValueStateDescriptor<>("version", Types.LONG));
    }

    /** A version above all that were ever told, also by a run before a restart. */
    long nextVersion(long nowMicros) throws Exception {
        Long last = version.value();
        long next = last == null ? nowMicros : Math.max(last + 1, nowMicros);
        version.update(next);
        return next;
    }

    /**
     * Names groups of records and tells which entities changed.
     *
     * @param groups all groups of the components that were looked at
     * @param gone records that are no more
     */
    List<Change> assign(List<List<String>> groups, Set<String> gone) throws Exception {
        Set<String> emptied = new TreeSet<>();
        for (String record : gone) {
            String entity = entityOf.get(record);
            if (entity != null) {
                emptied.add(entity);
                put(record, null);
            }
        }
        Set<String> lost = Set.copyOf(emptied);
        List<List<String>> changed = new ArrayList<>();
        List<Map<String, Integer>> origins = new ArrayList<>();
        for (List<String> members : groups) {
            Map<String, Integer> origin = new TreeMap<>();
            for (String record : members) {
                String entity = entityOf.get(record);
                if (entity != null) {
                    origin.merge(entity, 1, Integer::sum);
                }
            }
            if (!isAsItWas(members, origin, lost)) {
                emptied.addAll(origin.keySet());
                changed.add(members);
                origins.add(origin);
            }
        }
        return name(changed, origins, emptied);
    }

    private boolean isAsItWas(List<String> members, Map<String, Integer> origin, Set<String> lost) throws Exception {
        if (origin.size() != 1) {
            return false;
        }
        Map.Entry<String, Integer> only = origin.entrySet().iterator().next();
        Integer size = sizes.get(only.getKey());
        return only.getValue() == members.size()
                && size != null
                && size == members.size()
                && !lost.contains(only.getKey());
    }

    private List<Change> name(List<List<String>> groups, List<Map<String, Integer>> origins, Set<String> emptied)
            throws Exception {
        String[] ids = settle(groups, origins);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            emptied.remove(ids[i]);
            for (String record : groups.get(i)) {
                put(record, ids[i]);
            }
            Set<String> others = new TreeSet<>(origins.get(i).keySet());
            others.remove(ids[i]);
            changes.add(new Change(ids[i], groups.get(i), others));
        }
        for (String entity : emptied) {
            if (!sizes.contains(entity)) {
                changes.add(new Change(entity, List.of(), Set.of()));
            }
        }
        return changes;
    }

    private String[] settle(List<List<String>> groups, List<Map<String, Integer>> origins) throws Exception {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < origins.size(); i++) {
            int group = i;
            origins.get(i).forEach((entity, records) -> claims.add(new Claim(group, entity, records)));
        }
        claims.sort((p, q) -> {
            int order = Integer.compare(q.records, p.records);
            order = order != 0 ? order : p.entity.compareTo(q.entity);
            return order != 0 ? order : Integer.compare(p.group, q.group);
        });
        String[] ids = new String[origins.size()];
        Set<String> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (ids[claim.group] == null && taken.add(claim.entity)) {
                ids[claim.group] = claim.entity;
            }
        }
        for (int i = 0; i < ids.length; i++) {
            for (int attempt = 0; ids[i] == null; attempt++) {
                String fresh = fresh(groups.get(i).getFirst(), attempt);
                if (!sizes.contains(fresh) && taken.add(fresh)) {
                    ids[i] = fresh;
                }
            }
        }
        return ids;
    }

    private static String fresh(String record, int attempt) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return String.format("p%016x", Hashes.mix(Hashes.of(bytes, 0, bytes.length), attempt));
    }

    private void put(String record, @org.jspecify.annotations.Nullable String entity) throws Exception {
        String before = entityOf.get(record);
        if (before != null) {
            int left = sizes.get(before) - 1;
            if (left == 0) {
                sizes.remove(before);
            } else {
                sizes.put(before, left);
            }
        }
        if (entity == null) {
            entityOf.remove(record);
        } else {
            Integer size = sizes.get(entity);
            sizes.put(entity, size == null ? 1 : size + 1);
            entityOf.put(record, entity);
        }
    }
}
