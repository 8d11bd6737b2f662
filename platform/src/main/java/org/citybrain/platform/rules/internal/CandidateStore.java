package org.citybrain.platform.rules.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.time.Micros;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.platform.rules.RecordedDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of candidates that wait; one row per rule, subject and period however often a stream asks. */
@Repository
class CandidateStore {
    private static final Duration CLAIM = Duration.ofSeconds(60);
    static final String OLDEST = """
            select scene, rule, subject_kind, period, first_seen, attempts, last_error
            from rules.candidate order by first_seen limit 20""";

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds candidates by the rule that looks at them; what already waits is renewed. */
    @Transactional
    public void add(Collection<Map.Entry<String, Candidate>> byRule) {
        for (Map.Entry<String, Candidate> each : byRule) {
            Candidate candidate = each.getValue();
            jdbc.sql("""
                    insert into rules.candidate as old (scene, rule, subject_kind, subject, period, positions, receipts,
                        source_time, emitted_at)
                    values (:scene, :rule, :kind, :subject, :period, :positions::jsonb, :receipts::jsonb, :source, :emitted)
                    on conflict (scene, rule, subject, period) do update set
                        positions = rules.later_positions(old.positions, excluded.positions),
                        receipts = case when jsonb_array_length(old.receipts) < 50
                            then old.receipts || excluded.receipts else old.receipts end,
                        source_time = least(old.source_time, excluded.source_time),
                        revision = old.revision + 1, next_at = clock_timestamp()""")
                    .param("scene", candidate.scene())
                    .param("rule", each.getKey())
                    .param("kind", candidate.subjectKind())
                    .param("subject", candidate.subject())
                    .param("period", candidate.period())
                    .param("positions", RulesJson.write(candidate.positions()))
                    .param("receipts", RulesJson.write(candidate.receipts()))
                    .param("source", stamp(candidate.sourceTimeMicros()))
                    .param("emitted", stamp(candidate.emittedAtMicros()))
                    .update();
        }
    }

    /** Claims what is due, the oldest first; a claim of a process that died is free again after a minute. */
    List<Waiting> claim(int limit) {
        return jdbc.sql("""
                update rules.candidate set claimed_until = clock_timestamp() + make_interval(secs => :claim)
                where (scene, rule, subject, period) in (
                    select scene, rule, subject, period from rules.candidate
                    where next_at <= clock_timestamp()
                      and (claimed_until is null or claimed_until < clock_timestamp())
                    order by first_seen limit :limit for update skip locked)
                returning *""")
                .param("claim", CLAIM.toSeconds())
                .param("limit", limit)
                .query(CandidateStore::map)
                .list();
    }

    /** Removes what is decided, unless it was asked for again meanwhile: then it is free to be claimed. */
    void decided(Waiting waiting) {
        int removed = jdbc.sql("""
                delete from rules.candidate where scene = :scene and rule = :rule and subject = :subject
                  and period = :period and revision = :revision""")
                .param("scene", waiting.scene())
                .param("rule", waiting.rule())
                .param("subject", waiting.subject())
                .param("period", waiting.period())
                .param("revision", waiting.revision())
                .update();
        if (removed == 0) {
            release(waiting, Duration.ZERO, null);
        }
    }

    /** Gives a claim back to be tried again after a while. */
    void release(Waiting waiting, Duration after, @Nullable String error) {
        jdbc.sql("""
                update rules.candidate set claimed_until = null, attempts = attempts + 1,
                    next_at = clock_timestamp() + make_interval(secs => :after), last_error = :error
                where scene = :scene and rule = :rule and subject = :subject and period = :period""")
                .param("after", after.toMillis() / 1000.0)
                .param("error", error)
                .param("scene", waiting.scene())
                .param("rule", waiting.rule())
                .param("subject", waiting.subject())
                .param("period", waiting.period())
                .update();
    }

    /** Frees the claims that a killed process left; called once at start. */
    void freeClaims() {
        jdbc.sql("update rules.candidate set claimed_until = null where claimed_until is not null")
                .update();
    }

    /** What waits now. */
    RecordedDecisions.Queue queue() {
        List<Map<String, @Nullable Object>> oldest = jdbc.sql(OLDEST).query().listOfRows();
        return jdbc.sql("""
                select count(*) as waiting, count(*) filter (where attempts > 0) as failing,
                    coalesce(extract(epoch from clock_timestamp() - min(first_seen)), 0) as oldest,
                    clock_timestamp() as as_of
                from rules.candidate""")
                .query((rs, row) -> new RecordedDecisions.Queue(
                        rs.getLong("waiting"),
                        rs.getLong("failing"),
                        rs.getDouble("oldest"),
                        oldest,
                        rs.getTimestamp("as_of").toInstant()))
                .single();
    }

    private static Waiting map(ResultSet rs, int row) throws SQLException {
        Timestamp source = rs.getTimestamp("source_time");
        return new Waiting(
                rs.getString("scene"),
                rs.getString("rule"),
                rs.getString("subject_kind"),
                rs.getString("subject"),
                rs.getString("period"),
                RulesJson.positions(rs.getString("positions")),
                RulesJson.strings(rs.getString("receipts")),
                source == null ? null : source.toInstant(),
                rs.getLong("revision"),
                rs.getInt("attempts"));
    }

    private static @Nullable Timestamp stamp(long micros) {
        return micros <= 0 ? null : Timestamp.from(Micros.toInstant(micros));
    }

    /** A claimed candidate. */
    record Waiting(
            String scene,
            String rule,
            String subjectKind,
            String subject,
            String period,
            Map<String, Long> positions,
            List<String> receipts,
            @Nullable Instant sourceTime,
            long revision,
            int attempts) {}
}
