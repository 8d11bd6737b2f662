package org.citybrain.platform.registry.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.matching.cluster.Thresholds;

/**
 * Finds out to whom records belong: gathers their neighbourhood, clusters it by the matching engine under the rulings in
 * force, and writes what changed.
 */
final class Settling {
    private static final int DOUBTS_OF_A_RECORD = 3;

    private final RecordDeclaration.Loaded declared;
    private final OpaqueIds ids;
    private final RecordTable table;
    private final Rulings rulings;
    private final Weights weights;
    private final Moves moves;
    private final Doubts doubts;

    Settling(
            RecordDeclaration.Loaded declared,
            OpaqueIds ids,
            RecordTable table,
            Rulings rulings,
            Weights weights,
            Moves moves,
            Doubts doubts) {
        this.declared = declared;
        this.ids = ids;
        this.table = table;
        this.rulings = rulings;
        this.weights = weights;
        this.moves = moves;
        this.doubts = doubts;
    }

    /** Settles some of the records that wait; tells how many it looked at. */
    int settleSome(int limit, Instant at) {
        List<StoredRecord> waiting = table.unsettled(declared.kind(), limit);
        Set<Long> done = new HashSet<>();
        for (StoredRecord record : waiting) {
            if (!done.contains(record.id())) {
                done.addAll(settle(List.of(record), Moves.Cause.RECORD, at));
            }
        }
        return waiting.size();
    }

    /** Settles records and all that belongs to them; tells which it looked at. */
    Set<Long> settle(Collection<StoredRecord> seeds, Moves.Cause cause, Instant at) {
        Neighbourhood near = new Neighbourhood(declared, table, rulings, weights);
        near.gather(seeds);
        List<List<StoredRecord>> clusters = new Clustering(near).clusters();
        Map<List<StoredRecord>, String> names = new Names(declared, ids, table).of(clusters);
        names.forEach((cluster, entity) -> moves.put(declared.kind(), cluster, entity, cause, at));
        Set<Long> looked = new HashSet<>();
        seeds.forEach(seed -> looked.add(seed.id()));
        if (near.records().size() < Neighbourhood.MOST) {
            looked.addAll(near.records().keySet());
        }
        table.settled(looked);
        writeDoubts(near, clusters, at);
        return looked;
    }

    private void writeDoubts(Neighbourhood near, List<List<StoredRecord>> clusters, Instant at) {
        Weights.Learnt learnt = near.learnt();
        if (learnt == null) {
            return;
        }
        doubts.forgetCompared(near.records().keySet());
        Map<Long, Integer> clusterOf = new java.util.HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            for (StoredRecord record : clusters.get(i)) {
                clusterOf.put(record.id(), i);
            }
        }
        Map<Long, Integer> written = new java.util.HashMap<>();
        List<Doubts.Doubt> found = new ArrayList<>();
        near.scored().entrySet().stream()
                .filter(entry -> entry.getValue() >= learnt.thresholds().clerical())
                .sorted(Map.Entry.<Neighbourhood.Pair, Double>comparingByValue().reversed())
                .forEach(entry -> {
                    Neighbourhood.Pair pair = entry.getKey();
                    Integer a = clusterOf.get(pair.a());
                    Integer b = clusterOf.get(pair.b());
                    boolean apart = a != null && b != null && !a.equals(b);
                    if (apart && written.merge(looseOf(near, pair), 1, Integer::sum) <= DOUBTS_OF_A_RECORD) {
                        found.add(doubt(pair, entry.getValue(), learnt.thresholds()));
                    }
                });
        doubts.add(found, at);
    }

    private static long looseOf(Neighbourhood near, Neighbourhood.Pair pair) {
        StoredRecord a = near.records().get(pair.a());
        return a != null && a.numberRef() == null ? pair.a() : pair.b();
    }

    private static Doubts.Doubt doubt(Neighbourhood.Pair pair, double bits, Thresholds thresholds) {
        return Doubts.Doubt.of(pair.a(), pair.b(), bits >= thresholds.link() ? "REFUSED" : "CLERICAL", bits);
    }
}
