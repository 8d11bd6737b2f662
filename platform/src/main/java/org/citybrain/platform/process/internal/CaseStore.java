package org.citybrain.platform.process.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.process.CaseRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of cases. */
@Repository
class CaseStore {
    private static final String COLUMNS = """
            id, scene, version, subject_kind, subject, period, place, subject_name, title, stage, state,
            alert, decision, proposal, receipts, instance, source_time, opened_at, opened_city, stage_city, ended_at, ended_city""";

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the case unless one for the same subject and period already stands; tells whether it did. */
    boolean insert(CaseRecord opened, String node) {
        return jdbc.sql("""
                        insert into process.cases (id, scene, version, subject_kind, subject, period, place,
                            subject_name, title, stage, state, alert, decision, receipts, opened_city, stage_city, source_time, node)
                        values (:id, :scene, :version, :kind, :subject, :period, :place,
                            :name, :title::jsonb, :stage, 'OPEN', :alert, :decision, :receipts::jsonb, :city, :city, :source, :node)
                        on conflict do nothing""")
                        .param("id", opened.id())
                        .param("scene", opened.scene())
                        .param("version", opened.version())
                        .param("kind", opened.subjectKind())
                        .param("subject", opened.subject())
                        .param("period", opened.period())
                        .param("place", opened.place())
                        .param("name", opened.subjectName())
                        .param("title", Columns.write(opened.title()))
                        .param("stage", opened.stage())
                        .param("alert", opened.alert())
                        .param("decision", opened.decision())
                        .param("receipts", Columns.write(opened.receipts()))
                        .param("city", Timestamp.from(opened.openedCity()))
                        .param("source", stamp(opened.sourceTime()))
                        .param("node", node)
                        .update()
                == 1;
    }

    Optional<CaseRecord> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from process.cases where id = :id")
                .param("id", id)
                .query(CaseStore::map)
                .optional();
    }

    CaseRecord get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no case " + id));
    }

    Optional<CaseRecord> findOpen(String scene, String subject, String period) {
        return jdbc.sql("select " + COLUMNS
                        + " from process.cases where scene = :scene and subject = :subject and period = :period"
                        + " and state = 'OPEN'")
                .param("scene", scene)
                .param("subject", subject)
                .param("period", period)
                .query(CaseStore::map)
                .optional();
    }

    List<CaseRecord> list(@Nullable String stage, @Nullable String state, String region, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from process.cases
                        where (:stage::text is null or stage = :stage) and (:state::text is null or state = :state)
                          and place like :region || '%'
                        order by opened_at desc limit :limit""")
                .param("stage", stage)
                .param("state", state)
                .param("region", region)
                .param("limit", limit)
                .query(CaseStore::map)
                .list();
    }

    /** Stages in which cases are or ended. */
    List<String> stages() {
        return jdbc.sql("select distinct stage from process.cases")
                .query((row, number) -> row.getString("stage"))
                .list();
    }

    Map<String, Long> countByStage(String region) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select case when state = 'OPEN' then stage else state end as step, count(*) as n
                from process.cases where starts_with(place, :region) group by 1 order by 1""").param("region", region).query((ResultSet rs) -> {
            counts.put(rs.getString("step"), rs.getLong("n"));
        });
        return counts;
    }

    void started(String id, String instance) {
        jdbc.sql("update process.cases set instance = :instance where id = :id")
                .param("instance", instance)
                .param("id", id)
                .update();
    }

    void reached(String id, String stage, Instant city) {
        jdbc.sql("update process.cases set stage = :stage, stage_city = :city where id = :id and state = 'OPEN'")
                .param("stage", stage)
                .param("city", Timestamp.from(city))
                .param("id", id)
                .update();
    }

    void proposed(String id, String decision) {
        jdbc.sql("update process.cases set proposal = :decision where id = :id")
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    void renewed(String id, String decision) {
        jdbc.sql("update process.cases set decision = :decision where id = :id")
                .param("decision", decision)
                .param("id", id)
                .update();
    }

    void ended(String id, String state, Instant city) {
        jdbc.sql("""
                update process.cases set state = :state, ended_at = clock_timestamp(), ended_city = :city
                where id = :id and state = 'OPEN'""")
                .param("state", state)
                .param("city", Timestamp.from(city))
                .param("id", id)
                .update();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static CaseRecord map(ResultSet rs, int row) throws SQLException {
        return new CaseRecord(
                rs.getString("id"),
                rs.getString("scene"),
                rs.getString("version"),
                rs.getString("subject_kind"),
                rs.getString("subject"),
                rs.getString("period"),
                rs.getString("place"),
                rs.getString("subject_name"),
                Columns.text(rs, "title"),
                rs.getString("stage"),
                rs.getString("state"),
                rs.getString("alert"),
                rs.getString("decision"),
                rs.getString("proposal"),
                Columns.strings(rs, "receipts"),
                rs.getString("instance"),
                Columns.findInstant(rs, "source_time"),
                Columns.instant(rs, "opened_at"),
                Columns.instant(rs, "opened_city"),
                Columns.instant(rs, "stage_city"),
                Columns.findInstant(rs, "ended_at"),
                Columns.findInstant(rs, "ended_city"));
    }
}
