package org.citybrain.platform.rules.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.internal.Looked.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of decisions and of the one that stands for each subject. */
@Repository
class DecisionStore {
    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the subject for this transaction and tells what stands. Under repeatable read a second transaction that
     * overlaps fails here and is repeated with newer facts.
     */
    Standing take(String scene, String rule, String subject, String period) {
        return jdbc.sql("""
                insert into rules.standing as old (scene, rule, subject, period, outcome)
                values (:scene, :rule, :subject, :period, '')
                on conflict (scene, subject, period, rule) do update set evaluations = old.evaluations + 1
                returning outcome, decision""")
                .param("scene", scene)
                .param("rule", rule)
                .param("subject", subject)
                .param("period", period)
                .query((rs, row) -> new Standing(rs.getString("outcome"), rs.getString("decision")))
                .single();
    }

    /** Whether something was ever stored for the subject and period. */
    boolean isDecided(String scene, String rule, String subject, String period) {
        return jdbc.sql("""
                select exists (select 1 from rules.standing
                    where scene = ? and rule = ? and subject = ? and period = ? and decision is not null)""")
                .params(scene, rule, subject, period)
                .query(Boolean.class)
                .single();
    }

    /** What stands for many subjects at once. */
    Standings standings(String scene, String rule, Collection<String> subjects) {
        Map<String, Map<String, Boolean>> decided = new HashMap<>();
        jdbc.sql("""
                select subject, period, decision is not null as decided from rules.standing
                where scene = ? and rule = ? and subject = any(?)""").params(scene, rule, subjects.toArray(String[]::new)).query(row -> {
            decided.computeIfAbsent(row.getString("subject"), subject -> new HashMap<>())
                    .put(row.getString("period"), row.getBoolean("decided"));
        });
        return new Standings(decided);
    }

    /** Notes looks that led to no decision, where none stands. */
    void lookedAt(String scene, String rule, Collection<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        List<Place> ordered = places.stream()
                .sorted(Comparator.comparing(Place::subject).thenComparing(Place::period))
                .toList();
        jdbc.sql("""
                insert into rules.standing as old (scene, rule, subject, period, outcome)
                select ?, ?, subject, period, '' from unnest(?, ?) as looked (subject, period)
                on conflict (scene, subject, period, rule) do update set evaluations = old.evaluations + 1""")
                .params(
                        scene,
                        rule,
                        ordered.stream().map(Place::subject).toArray(String[]::new),
                        ordered.stream().map(Place::period).toArray(String[]::new))
                .update();
    }

    /** Subject to period to whether a decision stands there. */
    record Standings(Map<String, Map<String, Boolean>> decided) {

        Set<String> periods(String subject) {
            return decided.getOrDefault(subject, Map.of()).keySet();
        }

        boolean isDecided(String subject, String period) {
            return decided.getOrDefault(subject, Map.of()).getOrDefault(period, false);
        }
    }

    /** The periods in which something stands for the subject. */
    List<String> periods(String scene, String rule, String subject) {
        return jdbc.sql(
                        "select period from rules.standing where scene = ? and rule = ? and subject = ? order by period")
                .params(scene, rule, subject)
                .query((rs, row) -> rs.getString("period"))
                .list();
    }

    Optional<String> digest(String decision) {
        return jdbc.sql("select digest from rules.decision where id = ?")
                .param(decision)
                .query(String.class)
                .optional();
    }

    void insert(DecisionRecord decided, List<FactRow> facts, Object answers, String digest, String node) {
        jdbc.sql("""
                insert into rules.decision (id, scene, version, rule, rule_version, subject_kind, subject, period,
                    outcome, city_day, facts, explained, positions, receipts, answers, digest, replaces, case_id,
                    source_time, node)
                values (:id, :scene, :version, :rule, :rule_version, :kind, :subject, :period,
                    :outcome, :day, :facts::jsonb, :explained::jsonb, :positions::jsonb, :receipts::jsonb,
                    :answers::jsonb, :digest, :replaces, :case, :source, :node)""")
                .param("id", decided.id())
                .param("scene", decided.scene())
                .param("version", decided.version())
                .param("rule", decided.rule())
                .param("rule_version", decided.ruleVersion())
                .param("kind", decided.subjectKind())
                .param("subject", decided.subject())
                .param("period", decided.period())
                .param("outcome", decided.outcome())
                .param("day", decided.cityDay())
                .param("facts", RulesJson.write(facts))
                .param("explained", RulesJson.write(decided.explained()))
                .param("positions", RulesJson.write(decided.positions()))
                .param("receipts", RulesJson.write(decided.receipts()))
                .param("answers", RulesJson.write(answers))
                .param("digest", digest)
                .param("replaces", decided.replaces())
                .param("case", decided.caseId())
                .param("source", stamp(decided.sourceTime()))
                .param("node", node)
                .update();
    }

    void stands(DecisionRecord decided) {
        jdbc.sql("""
                update rules.standing set outcome = :outcome, decision = :id, decided_at = clock_timestamp()
                where scene = :scene and rule = :rule and subject = :subject and period = :period""")
                .param("outcome", decided.outcome())
                .param("id", decided.id())
                .param("scene", decided.scene())
                .param("rule", decided.rule())
                .param("subject", decided.subject())
                .param("period", decided.period())
                .update();
    }

    Optional<DecisionRecord> find(String id) {
        return jdbc.sql("select * from rules.decision where id = ?")
                .param(id)
                .query(DecisionStore::map)
                .optional();
    }

    Kept getKept(String id) {
        return jdbc.sql("select facts::text as facts, answers::text as answers from rules.decision where id = ?")
                .param(id)
                .query((rs, row) -> new Kept(RulesJson.facts(rs.getString("facts")), rs.getString("answers")))
                .single();
    }

    Optional<DecisionRecord> findStanding(String scene, String rule, String subject, String period) {
        return jdbc.sql("""
                select d.* from rules.decision d join rules.standing s on s.decision = d.id
                where s.scene = ? and s.rule = ? and s.subject = ? and s.period = ?""")
                .params(scene, rule, subject, period)
                .query(DecisionStore::map)
                .optional();
    }

    Optional<DecisionRecord> findInCase(String caseId, String rule) {
        return jdbc.sql("select * from rules.decision where case_id = ? and rule = ? order by decided_at desc limit 1")
                .params(caseId, rule)
                .query(DecisionStore::map)
                .optional();
    }

    List<DecisionRecord> list(String scene, int limit) {
        return jdbc.sql("select * from rules.decision where scene = ? order by decided_at desc limit ?")
                .params(scene, limit)
                .query(DecisionStore::map)
                .list();
    }

    Map<String, Long> countSince(LocalDate day) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select outcome, count(*) as n from rules.decision where city_day >= ? group by outcome")
                .param(day)
                .query((ResultSet rs) -> {
                    counts.put(rs.getString("outcome"), rs.getLong("n"));
                });
        return counts;
    }

    private static DecisionRecord map(ResultSet rs, int row) throws SQLException {
        Timestamp source = rs.getTimestamp("source_time");
        return new DecisionRecord(
                rs.getString("id"),
                rs.getString("scene"),
                rs.getString("version"),
                rs.getString("rule"),
                rs.getString("rule_version"),
                rs.getString("subject_kind"),
                rs.getString("subject"),
                rs.getString("period"),
                rs.getString("outcome"),
                rs.getDate("city_day").toLocalDate(),
                RulesJson.explained(rs.getString("explained")),
                RulesJson.positions(rs.getString("positions")),
                RulesJson.strings(rs.getString("receipts")),
                rs.getString("replaces"),
                rs.getString("case_id"),
                rs.getTimestamp("decided_at").toInstant(),
                source == null ? null : source.toInstant());
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** What stands for a subject: an empty outcome and no decision when nothing was ever stored. */
    record Standing(String outcome, @Nullable String decision) {}

    /** What was kept to decide again. */
    record Kept(List<FactRow> facts, String answers) {}
}
