package org.citybrain.platform.registry.resolve;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citybrain.matching.columns.Lexicon;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code registry.doubt}: pairs that wait for a steward. */
final class Doubts {
    private final RecordDeclaration.Loaded declared;
    private final JdbcClient db;
    private final RecordTable table;

    Doubts(RecordDeclaration.Loaded declared, JdbcClient db, RecordTable table) {
        this.declared = declared;
        this.db = db;
        this.table = table;
    }

    /**
     * Why a pair is doubtful.
     *
     * @param cause CLERICAL: between the thresholds; REFUSED: alike, but kept apart by a guard or by the rest of the
     *     cluster; NAME, BORN: one number, and two sources sure of different names or birth dates
     */
    record Doubt(long a, long b, String cause, double bits) {
        static Doubt of(long a, long b, String cause, double bits) {
            return new Doubt(Math.min(a, b), Math.max(a, b), cause, bits);
        }
    }

    /**
     * Rows under whose number another record says something else of the person: for each the first of every source, among the
     * records that were there and those that came with it. What was found before about these rows is forgotten.
     */
    void contradictions(List<SourceRow> rows, Collection<StoredRecord> before, Map<String, List<StoredRecord>> groups) {
        forgetContradictions(before.stream().map(StoredRecord::id).toList());
        Map<String, List<Side>> byNumber = sides(rows, groups);
        MatchStore store = new MatchStore(declared, new Lexicon(declared.schema()));
        List<Contradiction> found = new ArrayList<>();
        for (SourceRow row : rows) {
            List<Side> others = row.numberRef() == null || row.deleted()
                    ? List.of()
                    : byNumber.getOrDefault(row.numberRef(), List.of());
            Set<String> told = new HashSet<>(Set.of(row.place()));
            for (Side other : others) {
                String cause = told.contains(other.place) || told.contains(other.resource)
                        ? ""
                        : contradiction(
                                store,
                                store.add(row.resource(), row.key(), row.fields()),
                                store.add(other.resource, other.key, other.fields));
                if (!cause.isEmpty()) {
                    told.add(other.resource);
                    found.add(new Contradiction(row, other, cause));
                }
            }
        }
        if (!found.isEmpty()) {
            add(numbered(found, rows, groups), rows.getFirst().knownFrom());
        }
    }

    private List<Doubt> numbered(
            List<Contradiction> found, List<SourceRow> rows, Map<String, List<StoredRecord>> groups) {
        Set<String> concerned = new HashSet<>();
        found.forEach(one -> concerned.addAll(List.of(one.row.place(), one.other.place)));
        Map<String, Long> ids = new HashMap<>();
        groups.values().forEach(members -> members.forEach(member -> ids.put(member.place(), member.id())));
        table.at(rows.stream().filter(row -> concerned.contains(row.place())).toList())
                .forEach(record -> ids.put(record.place(), record.id()));
        return found.stream()
                .map(one -> Doubt.of(
                        Objects.requireNonNull(ids.get(one.row.place())),
                        Objects.requireNonNull(ids.get(one.other.place)),
                        one.cause,
                        0))
                .toList();
    }

    private record Contradiction(SourceRow row, Side other, String cause) {}

    /** A record as one side of a contradiction. */
    private record Side(String place, String resource, String key, Map<String, @Nullable String> fields) {}

    /** All records by number; a row of this round stands in for its older version. */
    private static Map<String, List<Side>> sides(List<SourceRow> rows, Map<String, List<StoredRecord>> groups) {
        Map<String, List<Side>> byNumber = new HashMap<>();
        Set<String> fresh = new HashSet<>();
        for (SourceRow row : rows) {
            fresh.add(row.place());
            if (row.numberRef() != null && !row.deleted()) {
                byNumber.computeIfAbsent(row.numberRef(), unused -> new ArrayList<>())
                        .add(new Side(row.place(), row.resource(), row.key(), row.fields()));
            }
        }
        groups.forEach((number, members) -> members.stream()
                .filter(member -> !fresh.contains(member.place()))
                .forEach(member -> byNumber.computeIfAbsent(number, unused -> new ArrayList<>())
                        .add(new Side(member.place(), member.resource(), member.key(), member.fields()))));
        return byNumber;
    }

    private void forgetContradictions(Collection<Long> records) {
        Long[] ids = records.toArray(Long[]::new);
        db.sql("delete from registry.doubt where cause in ('NAME', 'BORN')"
                        + " and (record_a = any(?) or record_b = any(?))")
                .params(ids, ids)
                .update();
    }

    private static String contradiction(MatchStore store, int a, int b) {
        String nameA = store.standard(a, "name");
        String nameB = store.standard(b, "name");
        boolean nothingInCommon =
                !nameA.isEmpty() && !nameB.isEmpty() && nameA.chars().noneMatch(sign -> nameB.indexOf(sign) >= 0);
        if (nothingInCommon) {
            return "NAME";
        }
        String bornA = store.standard(a, "born");
        String bornB = store.standard(b, "born");
        return !bornA.isEmpty() && !bornB.isEmpty() && !bornA.equals(bornB) ? "BORN" : "";
    }

    void add(Collection<Doubt> doubts, Instant at) {
        for (Doubt doubt : doubts) {
            db.sql("""
                            insert into registry.doubt(kind, record_a, record_b, cause, bits, found_at)
                            select ?, ?, ?, ?, ?, ? where not exists (select from registry.ruling where undone_at is null
                              and least(record_a, record_b) = ? and greatest(record_a, record_b) = ?)
                            on conflict (record_a, record_b) do update set bits = excluded.bits, cause = excluded.cause""")
                    .params(
                            declared.kind(),
                            doubt.a,
                            doubt.b,
                            doubt.cause,
                            doubt.bits,
                            Timestamp.from(at),
                            doubt.a,
                            doubt.b)
                    .update();
        }
    }

    /** Forgets what the comparison found doubtful about these records before it is done anew. */
    void forgetCompared(Collection<Long> records) {
        Long[] ids = records.toArray(Long[]::new);
        db.sql("delete from registry.doubt where cause in ('CLERICAL', 'REFUSED')"
                        + " and (record_a = any(?) or record_b = any(?))")
                .params(ids, ids)
                .update();
    }

    void forget(long a, long b) {
        db.sql("delete from registry.doubt where record_a = ? and record_b = ?")
                .params(Math.min(a, b), Math.max(a, b))
                .update();
    }
}
