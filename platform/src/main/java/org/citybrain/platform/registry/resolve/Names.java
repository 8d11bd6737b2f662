package org.citybrain.platform.registry.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.code.OpaqueIds;

/**
 * Which id each cluster bears. An id stays with the records it was first given to, so that a merge that is undone gives
 * both their old ids back; a cluster without a claim gets the id of its number.
 */
final class Names {
    private final RecordDeclaration.Loaded declared;
    private final OpaqueIds ids;
    private final RecordTable table;

    Names(RecordDeclaration.Loaded declared, OpaqueIds ids, RecordTable table) {
        this.declared = declared;
        this.ids = ids;
        this.table = table;
    }

    /** A cluster's claim to an id: how many of its records had it first, how many have it now. */
    private record Claim(int cluster, String id, int homes, int members) {}

    Map<List<StoredRecord>, String> of(List<List<StoredRecord>> clusters) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            Map<String, int[]> counts = new HashMap<>();
            for (StoredRecord record : clusters.get(i)) {
                counts.computeIfAbsent(record.home(), unused -> new int[2])[0]++;
                counts.computeIfAbsent(record.entity(), unused -> new int[2])[1]++;
            }
            int cluster = i;
            counts.forEach((id, count) -> claims.add(new Claim(cluster, id, count[0], count[1])));
        }
        claims.sort(Comparator.comparingInt(Claim::homes)
                .thenComparingInt(Claim::members)
                .reversed()
                .thenComparing(Claim::id)
                .thenComparingInt(Claim::cluster));
        Set<String> taken = elsewhere(claims, clusters);
        Map<Integer, String> named = new HashMap<>();
        for (Claim claim : claims) {
            if (!named.containsKey(claim.cluster) && taken.add(claim.id)) {
                named.put(claim.cluster, claim.id);
            }
        }
        Map<List<StoredRecord>, String> result = new LinkedHashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            String name = named.get(i);
            result.put(clusters.get(i), name == null ? minted(clusters.get(i), taken) : name);
        }
        return result;
    }

    /** Ids that living records outside these clusters bear. */
    private Set<String> elsewhere(List<Claim> claims, List<List<StoredRecord>> clusters) {
        Set<Long> inside = new HashSet<>();
        clusters.forEach(cluster -> cluster.forEach(record -> inside.add(record.id())));
        Set<String> taken = new HashSet<>();
        table.living(claims.stream().map(Claim::id).distinct().toList()).stream()
                .filter(record -> !inside.contains(record.id()))
                .forEach(record -> taken.add(record.entity()));
        return taken;
    }

    private String minted(List<StoredRecord> cluster, Set<String> taken) {
        String number = cluster.stream()
                .map(StoredRecord::numberRef)
                .filter(ref -> ref != null && !taken.contains(ref))
                .filter(ref -> table.living(List.of(ref)).isEmpty())
                .findFirst()
                .orElse(null);
        String name = number == null ? declared.idOf(cluster.getFirst().place() + "/apart", ids) : number;
        taken.add(name);
        return name;
    }
}
