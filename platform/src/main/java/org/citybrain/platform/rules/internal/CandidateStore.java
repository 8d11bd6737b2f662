package org.citybrain.platform.rules.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private static final String DONE = """
             using unnest(?, ?, ?, ?, ?) as done (scene, rule, subject, period, revision)
            where c.scene = done.scene and c.rule = done.rule and c.subject = done.subject and c.period = done.period""";
    static final String OLDEST = """
            select scene, rule, subject_kind, period, first_seen, attempts, last_error
            from rules.candidate order by first_seen limit 20""";

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds candidates by the rule that looks at them, in one statement; what already waits is renewed. */
    @Transactional
    public void add(Collection<Map.Entry<String, Candidate>> byRule) {
        Map<Asked, Seen> wanted = new TreeMap<>();
        byRule.forEach(
                each -> wanted.merge(Asked.of(each.getKey(), each.getValue()), Seen.of(each.getValue()), Seen::and));
        jdbc.sql("""
                insert into rules.candidate as old (scene, rule, subject_kind, subject, period, positions, receipts,
                    source_time, emitted_at)
                select scene, rule, kind, subject, period, positions::jsonb, receipts::jsonb,
                    case when source > 0 then timestamptz 'epoch' + source * interval '1 microsecond' end,
                    case when emitted > 0 then timestamptz 'epoch' + emitted * interval '1 microsecond' end
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as t (scene, rule, kind, subject, period, positions, receipts, source, emitted)
                on conflict (scene, rule, subject, period) do update set
                    positions = rules.later_positions(old.positions, excluded.positions),
                    receipts = case when jsonb_array_length(old.receipts) < 50
                        then old.receipts || excluded.receipts else old.receipts end,
                    source_time = least(old.source_time, excluded.source_time),
                    revision = old.revision + 1, next_at = least(old.next_at, clock_timestamp())""").params(columns(wanted)).update();
    }

    private static List<?> columns(Map<Asked, Seen> wanted) {
        return List.of(
                texts(wanted.keySet(), Asked::scene),
                texts(wanted.keySet(), Asked::rule),
                texts(wanted.keySet(), Asked::kind),
                texts(wanted.keySet(), Asked::subject),
                texts(wanted.keySet(), Asked::period),
                texts(wanted.values(), seen -> RulesJson.write(seen.positions())),
                texts(wanted.values(), seen -> RulesJson.write(seen.receipts())),
                wanted.values().stream().map(Seen::sourceMicros).toArray(Long[]::new),
                wanted.values().stream().map(Seen::emittedMicros).toArray(Long[]::new));
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    /** What is asked about, in one order everywhere: two statements never wait for each other. */
    private record Asked(String scene, String rule, String subject, String period, String kind)
            implements Comparable<Asked> {
        private static final Comparator<Asked> ORDER = Comparator.comparing(Asked::scene)
                .thenComparing(Asked::rule)
                .thenComparing(Asked::subject)
                .thenComparing(Asked::period);

        static Asked of(String rule, Candidate candidate) {
            return new Asked(candidate.scene(), rule, candidate.subject(), candidate.period(), candidate.subjectKind());
        }

        @Override
        public int compareTo(Asked other) {
            return ORDER.compare(this, other);
        }
    }

    /** What several candidates about one subject have seen. */
    private record Seen(Map<String, Long> positions, List<String> receipts, long sourceMicros, long emittedMicros) {
        private static final int MOST_RECEIPTS = 50;

        static Seen of(Candidate candidate) {
            return new Seen(
                    candidate.positions(),
                    candidate.receipts(),
                    candidate.sourceTimeMicros(),
                    candidate.emittedAtMicros());
        }

        Seen and(Seen later) {
            Map<String, Long> furthest = new HashMap<>(positions);
            later.positions.forEach((lane, sequence) -> furthest.merge(lane, sequence, Math::max));
            List<String> all = Stream.concat(receipts.stream(), later.receipts.stream())
                    .limit(MOST_RECEIPTS)
                    .toList();
            long first = sourceMicros <= 0 || later.sourceMicros <= 0
                    ? Math.max(sourceMicros, later.sourceMicros)
                    : Math.min(sourceMicros, later.sourceMicros);
            return new Seen(furthest, all, first, emittedMicros);
        }
    }

    /** Claims what is due, the longest due first; a claim of a process that died is free again after a minute. */
    List<Waiting> claim(int limit) {
        return jdbc.sql("""
                update rules.candidate set claimed_until = clock_timestamp() + make_interval(secs => :claim)
                where (scene, rule, subject, period) in (
                    select scene, rule, subject, period from rules.candidate
                    where next_at <= clock_timestamp()
                      and (claimed_until is null or claimed_until < clock_timestamp())
                    order by next_at limit :limit for update skip locked)
                returning *""")
                .param("claim", CLAIM.toSeconds())
                .param("limit", limit)
                .query(CandidateStore::map)
                .list();
    }

    /** Removes what is decided, unless it was asked for again meanwhile: then it is free to be claimed. */
    @Transactional
    public void decided(List<Waiting> done) {
        if (done.isEmpty()) {
            return;
        }
        List<?> columns = List.of(
                texts(done, Waiting::scene),
                texts(done, Waiting::rule),
                texts(done, Waiting::subject),
                texts(done, Waiting::period),
                done.stream().map(Waiting::revision).toArray(Long[]::new));
        int removed = jdbc.sql("delete from rules.candidate c" + DONE + " and c.revision = done.revision")
                .params(columns)
                .update();
        if (removed < done.size()) {
            jdbc.sql("update rules.candidate c set claimed_until = null, next_at = clock_timestamp()"
                            + DONE.replace("using", "from"))
                    .params(columns)
                    .update();
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
