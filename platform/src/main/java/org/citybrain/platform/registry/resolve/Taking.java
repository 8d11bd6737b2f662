package org.citybrain.platform.registry.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.RowChange;
import org.jspecify.annotations.Nullable;

/** Takes rows of sources in: newest version of each record, its past, and the entity that its number tells. */
final class Taking {
    private final RecordDeclaration.Loaded declared;
    private final OpaqueIds ids;
    private final RecordTable table;
    private final Moves moves;
    private final Doubts doubts;
    private final RecordFaults faults;

    Taking(
            RecordDeclaration.Loaded declared,
            OpaqueIds ids,
            RecordTable table,
            Moves moves,
            Doubts doubts,
            RecordFaults faults) {
        this.declared = declared;
        this.ids = ids;
        this.table = table;
        this.moves = moves;
        this.doubts = doubts;
        this.faults = faults;
    }

    /**
     * A row that was taken.
     *
     * @param before what stood there until now and was faulty; null when nothing was
     */
    record Took(
            SourceRow row,
            List<RecordFault.Found> faults,
            @Nullable StoredRecord before) {}

    /** Takes changes in their order; what is older than what is there is passed over. */
    List<Took> take(List<RowChange> changes) {
        Tokens tokens = new Tokens(declared);
        List<Took> taken = new ArrayList<>();
        Map<String, SourceRow> round = new LinkedHashMap<>();
        for (RowChange change : changes) {
            SourceRow row = read(change, tokens);
            if (round.containsKey(row.place())) {
                taken.addAll(takeOnce(round.values()));
                round.clear();
            }
            round.put(row.place(), row);
        }
        taken.addAll(takeOnce(round.values()));
        return taken;
    }

    private SourceRow read(RowChange change, Tokens tokens) {
        boolean deleted = change.op().equals("d");
        Map<String, @Nullable String> fields =
                Objects.requireNonNullElse(deleted ? change.before() : change.after(), Map.of());
        String number = declared.numberOf(change.resource(), fields);
        return new SourceRow(
                change.resource(),
                change.key(),
                fields,
                number == null
                        ? null
                        : declared.numberRef(change.resource(), number, ids).orElse(null),
                tokens.of(change.resource(), change.key(), fields),
                change.lane(),
                change.sequence(),
                change.row(),
                Micros.toInstant(change.sourceTimeMicros()),
                Micros.toInstant(change.knownTimeMicros()),
                deleted);
    }

    /** Takes rows of which no two are of the same record. */
    private List<Took> takeOnce(Collection<SourceRow> rows) {
        Map<String, StoredRecord> stored = new HashMap<>();
        table.at(rows).forEach(record -> stored.put(record.place(), record));
        List<SourceRow> fresh = new ArrayList<>();
        for (SourceRow row : rows) {
            StoredRecord before = stored.get(row.place());
            if (before == null) {
                fresh.add(row);
            } else if (row.isNewerThan(before)) {
                fresh.add(row.withNamesOf(before.tokens()));
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        stored.keySet().retainAll(fresh.stream().map(SourceRow::place).toList());
        table.archive(stored.values().stream().map(StoredRecord::id).toList());
        Groups groups = new Groups(fresh, stored);
        List<String> entities = fresh.stream().map(groups::entityOf).toList();
        table.write(declared.kind(), fresh, entities);
        moveChanged(fresh, entities, stored);
        Set<Long> near = new HashSet<>();
        stored.values().forEach(record -> near.addAll(record.tokens()));
        fresh.forEach(row -> near.addAll(row.tokens()));
        near.removeIf(token -> !Tokens.isBlock(token));
        table.unsettleNear(declared.kind(), near);
        doubts.contradictions(fresh, stored.values(), groups.members);
        return withFaults(fresh, stored, groups);
    }

    private List<Took> withFaults(List<SourceRow> fresh, Map<String, StoredRecord> stored, Groups groups) {
        List<RecordFaults.Faulty> rows = fresh.stream()
                .map(row -> new RecordFaults.Faulty(row, faults.of(row, groups.alike(row))))
                .toList();
        Set<String> before = faults.write(rows);
        return rows.stream()
                .map(row -> new Took(
                        row.row(),
                        row.faults(),
                        before.contains(row.row().place())
                                ? stored.get(row.row().place())
                                : null))
                .toList();
    }

    private void moveChanged(List<SourceRow> fresh, List<String> entities, Map<String, StoredRecord> stored) {
        for (int i = 0; i < fresh.size(); i++) {
            StoredRecord before = stored.get(fresh.get(i).place());
            if (before != null && !before.entity().equals(entities.get(i))) {
                Instant at = fresh.get(i).knownFrom();
                moves.put(declared.kind(), List.of(before), entities.get(i), Moves.Cause.RECORD, at);
            }
        }
    }

    /** Which entity each number leads to, as the records tell that are there. */
    private final class Groups {
        private final Map<String, StoredRecord> stored;
        private final Map<String, List<StoredRecord>> members = new HashMap<>();
        private final Map<String, String> entityOf = new HashMap<>();
        private final Set<String> taken = new HashSet<>();
        private final Map<String, List<SourceRow>> fresh = new HashMap<>();

        Groups(List<SourceRow> rows, Map<String, StoredRecord> stored) {
            this.stored = stored;
            Set<String> refs = new LinkedHashSet<>();
            rows.forEach(row -> {
                if (row.numberRef() != null) {
                    refs.add(row.numberRef());
                    fresh.computeIfAbsent(row.numberRef(), unused -> new ArrayList<>())
                            .add(row);
                }
            });
            for (StoredRecord record : table.numbered(refs)) {
                members.computeIfAbsent(Objects.requireNonNull(record.numberRef()), unused -> new ArrayList<>())
                        .add(record);
            }
            members.forEach((ref, records) -> entityOf.put(ref, mostOf(records)));
            refs.removeAll(entityOf.keySet());
            table.living(refs).forEach(record -> taken.add(record.entity()));
        }

        /** What else the same source tells under the same number, the rows of this round among it. */
        List<Map<String, @Nullable String>> alike(SourceRow row) {
            Map<String, Map<String, @Nullable String>> alike = new LinkedHashMap<>();
            if (row.numberRef() != null) {
                members.getOrDefault(row.numberRef(), List.of()).stream()
                        .filter(other -> other.resource().equals(row.resource()))
                        .forEach(other -> alike.put(other.place(), other.fields()));
                fresh.getOrDefault(row.numberRef(), List.of()).stream()
                        .filter(other -> other.resource().equals(row.resource()))
                        .forEach(other -> alike.put(other.place(), other.fields()));
            }
            alike.remove(row.place());
            return List.copyOf(alike.values());
        }

        private static String mostOf(List<StoredRecord> records) {
            Map<String, Integer> counts = new java.util.TreeMap<>();
            records.forEach(record -> counts.merge(record.entity(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
        }

        String entityOf(SourceRow row) {
            StoredRecord before = stored.get(row.place());
            String ref = row.numberRef();
            if (ref == null) {
                return before != null ? before.entity() : declared.idOf(row.place(), ids);
            }
            if (before != null && ref.equals(before.numberRef()) && !before.deleted()) {
                return before.entity();
            }
            return entityOf.computeIfAbsent(
                    ref, unused -> before != null && isAlone(before) ? before.entity() : minted(ref));
        }

        /** A corrected number does not change who somebody is, unless others stay behind under the old one. */
        private boolean isAlone(StoredRecord before) {
            return !before.deleted()
                    && table.living(List.of(before.entity())).stream()
                            .allMatch(record -> record.id() == before.id() || record.numberRef() == null);
        }

        private String minted(String ref) {
            return taken.contains(ref) ? declared.idOf(ref, ids) : ref;
        }
    }
}
