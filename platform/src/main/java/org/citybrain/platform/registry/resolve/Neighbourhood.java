package org.citybrain.platform.registry.resolve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.matching.block.Candidates;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a few records could stand in one cluster with: who shares their number, their entity or a ruling, and,
 * where a number is missing, who is linked to them by the comparison. It does not hang on the order of arrival.
 */
final class Neighbourhood {
    /** A neighbourhood larger than this is a sign of placeholders; it is not followed further. */
    static final int MOST = 600;

    private static final int AT_ONCE = 400;

    private final String kind;
    private final RecordTable table;
    private final Rulings rulings;
    private final Weights.@Nullable Learnt learnt;
    private final MatchStore store;
    private final @Nullable Scorer scorer;
    private final Map<Long, StoredRecord> records = new LinkedHashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Pair, Double> scored = new HashMap<>();
    private final Map<Long, List<StoredRecord>> blocks = new HashMap<>();
    private final Map<Long, Rulings.Ruling> ruled = new LinkedHashMap<>();
    private final ArrayDeque<StoredRecord> open = new ArrayDeque<>();
    private final Set<String> entities = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    Neighbourhood(RecordDeclaration.Loaded declared, RecordTable table, Rulings rulings, Weights weights) {
        this.kind = declared.kind();
        this.table = table;
        this.rulings = rulings;
        this.learnt = weights.current();
        this.store = new MatchStore(declared, learnt == null ? new Lexicon(declared.schema()) : learnt.lexicon());
        this.scorer = learnt == null ? null : new Scorer(store.store(), learnt.model());
    }

    /** Two records, the smaller number first. */
    record Pair(long a, long b) {
        static Pair of(long a, long b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    /** Gathers what belongs to the seeds; deleted seeds bring only those that they leave behind. */
    void gather(Collection<StoredRecord> seeds) {
        seeds.forEach(this::include);
        while (!open.isEmpty() && records.size() < MOST) {
            StoredRecord record = open.remove();
            if (entities.add(record.entity())) {
                table.living(List.of(record.entity())).forEach(this::include);
            }
            if (record.numberRef() != null && numbers.add(record.numberRef())) {
                table.numbered(List.of(record.numberRef())).forEach(this::include);
            }
            for (Rulings.Ruling ruling : rulings.of(record.id())) {
                if (ruled.put(ruling.id(), ruling) == null) {
                    table.byIds(List.of(ruling.a(), ruling.b())).forEach(this::include);
                }
            }
            compare(record);
        }
        if (learnt != null) {
            new Placeholders(store.store()).blank();
        }
    }

    private void include(StoredRecord record) {
        if (record.deleted() || records.containsKey(record.id())) {
            return;
        }
        records.put(record.id(), record);
        place(record);
        open.add(record);
    }

    private int place(StoredRecord record) {
        return places.computeIfAbsent(
                record.id(), unused -> store.add(record.resource(), record.key(), record.fields()));
    }

    private void compare(StoredRecord record) {
        List<Long> tokens = record.tokens().stream().filter(Tokens::isBlock).toList();
        boolean numbered = record.numberRef() != null;
        if (learnt == null
                || tokens.isEmpty()
                || numbered && table.inBlocks(kind, tokens, true, 0).isEmpty()) {
            return;
        }
        load(tokens);
        for (long token : tokens) {
            List<StoredRecord> block = blocks.getOrDefault(token, List.of());
            if (block.size() <= Candidates.CAP) {
                // two valid numbers speak for themselves
                block.stream()
                        .filter(other -> other.id() != record.id() && !(numbered && other.numberRef() != null))
                        .forEach(other -> score(record, other));
            }
        }
    }

    /** Brings blocks in, all in one question unless some of them are large. */
    private void load(List<Long> tokens) {
        List<Long> missing =
                tokens.stream().filter(token -> !blocks.containsKey(token)).toList();
        if (missing.isEmpty()) {
            return;
        }
        List<StoredRecord> found = table.inBlocks(kind, missing, false, AT_ONCE);
        for (long token : missing) {
            blocks.put(
                    token,
                    found.size() > AT_ONCE
                            ? table.inBlock(kind, token, Candidates.CAP)
                            : found.stream()
                                    .filter(record -> record.tokens().contains(token))
                                    .toList());
        }
    }

    private void score(StoredRecord record, StoredRecord other) {
        Pair pair = Pair.of(record.id(), other.id());
        if (scorer == null || learnt == null || scored.containsKey(pair)) {
            return;
        }
        double bits = scorer.score(place(record), place(other));
        scored.put(pair, bits);
        if (bits >= learnt.thresholds().clerical()) {
            include(other);
        }
    }

    Map<Long, StoredRecord> records() {
        return records;
    }

    /** All pairs compared, with the log2 odds that they are the same. */
    Map<Pair, Double> scored() {
        return scored;
    }

    /** The rulings in force on these records, oldest first. */
    List<Rulings.Ruling> rulings() {
        return ruled.values().stream()
                .sorted(java.util.Comparator.comparingLong(Rulings.Ruling::id))
                .toList();
    }

    RecordStore store() {
        return store.store();
    }

    int placeOf(long record) {
        return places.getOrDefault(record, -1);
    }

    Weights.@Nullable Learnt learnt() {
        return learnt;
    }

    @Nullable
    Scorer scorer() {
        return scorer;
    }
}
