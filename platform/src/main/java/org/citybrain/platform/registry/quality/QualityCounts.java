package org.citybrain.platform.registry.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts of each source's records. What is counted quickly is counted when it is asked for; what takes long, as millions of
 * records do, is counted now and then in the background and told with the moment it was counted at.
 */
@Component
class QualityCounts {
    private static final Duration QUICK = Duration.ofMillis(200);

    /** So many times as long as it took, a long count rests before the next. */
    private static final int REST = 50;

    private static final String LIVING = " from registry.record r where r.resource = ? and not r.deleted";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final TransactionTemplate snapshot;

    QualityCounts(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Counts by measure, all of one moment. */
    record Counted(Map<String, Long> counts, Instant at, Duration took) {
        Counted {
            counts = Map.copyOf(counts);
        }

        long of(QualityMeasure measure) {
            return counts.getOrDefault(measure.name(), 0L);
        }

        private boolean isQuick() {
            return took.compareTo(QUICK) < 0;
        }

        private boolean isDue(Instant now) {
            return at.plus(took.multipliedBy(REST)).isBefore(now);
        }
    }

    /** The counts to show: of now where that is quick, else the last ones. */
    Counted current(String resource, List<QualityMeasure> measures) {
        return kept(resource).filter(kept -> !kept.isQuick()).orElseGet(() -> count(resource, measures));
    }

    /** The background's part: counts what was never counted, and what takes long when it has rested. */
    void renew(String resource, List<QualityMeasure> measures) {
        Optional<Counted> kept = kept(resource);
        if (kept.isEmpty() || (!kept.get().isQuick() && kept.get().isDue(Instant.now()))) {
            count(resource, measures);
        }
    }

    private Counted count(String resource, List<QualityMeasure> measures) {
        long began = System.nanoTime();
        Instant at = Instant.now();
        Map<String, Long> counts = Objects.requireNonNull(snapshot.execute(status -> {
            // nobody waits for it: the processors are for those who ask
            db.sql("set local max_parallel_workers_per_gather = 0").update();
            return ask(resource, measures);
        }));
        Counted counted = new Counted(counts, at, Duration.ofNanos(System.nanoTime() - began));
        keep(resource, counted);
        return counted;
    }

    private Map<String, Long> ask(String resource, List<QualityMeasure> measures) {
        List<QualityMeasure> alone =
                measures.stream().filter(QualityMeasure::alone).toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(alone.stream()
                        .map(measure -> "count(*) filter (where " + measure.of() + ")")
                        .collect(Collectors.joining(", ", "select ", LIVING)))
                .param(resource)
                .query(row -> {
                    for (int i = 0; i < alone.size(); i++) {
                        counts.put(alone.get(i).name(), row.getLong(i + 1));
                    }
                });
        if (counts.getOrDefault(alone.getFirst().name(), 0L) > 0) {
            measures.stream()
                    .filter(measure -> !measure.alone())
                    .forEach(measure -> counts.put(
                            measure.name(),
                            db.sql("select count(*)" + LIVING + " and " + measure.of())
                                    .param(resource)
                                    .query(Long.class)
                                    .single()));
        }
        return counts;
    }

    private Optional<Counted> kept(String resource) {
        return db.sql(
                        "select counts::text as counts, counted_at, took_millis from registry.quality_count where resource = ?")
                .param(resource)
                .query((row, number) -> read(row))
                .optional();
    }

    private void keep(String resource, Counted counted) {
        db.sql("""
                        insert into registry.quality_count (resource, counts, counted_at, took_millis)
                        values (?, ?::jsonb, ?::timestamptz, ?) on conflict (resource) do update
                        set counts = excluded.counts, counted_at = excluded.counted_at, took_millis = excluded.took_millis""")
                .params(
                        resource,
                        json(counted.counts()),
                        counted.at().toString(),
                        counted.took().toMillis())
                .update();
    }

    private static String json(Map<String, Long> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Counted read(ResultSet row) throws SQLException {
        try {
            return new Counted(
                    JSON.readValue(row.getString("counts"), COUNTS),
                    row.getTimestamp("counted_at").toInstant(),
                    Duration.ofMillis(row.getLong("took_millis")));
        } catch (JsonProcessingException e) {
            throw new SQLException("kept counts are not JSON", e);
        }
    }
}
