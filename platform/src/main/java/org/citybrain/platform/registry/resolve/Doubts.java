package org.citybrain.platform.registry.resolve;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.columns.Lexicon;
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

    /** Rows whose number leads to records that say something else of the person. */
    void contradictions(List<SourceRow> rows, Map<String, List<StoredRecord>> groups) {
        Map<String, String> found = new HashMap<>();
        Map<String, Long> partner = new HashMap<>();
        MatchStore store = new MatchStore(declared, new Lexicon(declared.schema()));
        for (SourceRow row : rows) {
            List<StoredRecord> others =
                    row.numberRef() == null ? List.of() : groups.getOrDefault(row.numberRef(), List.of());
            for (StoredRecord other : others) {
                String cause = row.deleted() || other.place().equals(row.place())
                        ? ""
                        : contradiction(
                                store,
                                store.add(row.resource(), row.key(), row.fields()),
                                store.add(other.resource(), other.key(), other.fields()));
                if (!cause.isEmpty() && !found.containsKey(row.place())) {
                    found.put(row.place(), cause);
                    partner.put(row.place(), other.id());
                }
            }
        }
        if (found.isEmpty()) {
            return;
        }
        List<Doubt> doubts = new ArrayList<>();
        List<SourceRow> concerned =
                rows.stream().filter(row -> found.containsKey(row.place())).toList();
        for (StoredRecord record : table.at(concerned)) {
            Long other = partner.get(record.place());
            if (other != null) {
                doubts.add(Doubt.of(record.id(), other, found.getOrDefault(record.place(), "NAME"), 0));
            }
        }
        add(doubts, concerned.getFirst().knownFrom());
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
