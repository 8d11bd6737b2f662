package org.citybrain.platform.process.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.citybrain.platform.process.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of everything that happened to a case; insert only. */
@Repository
class TimelineStore {
    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String caseId, TimelineEntry entry) {
        jdbc.sql("""
                insert into process.timeline (case_id, city_time, kind, title, by_whom, rule, decision, receipt, detail)
                values (:case, :city, :kind, :title::jsonb, :by, :rule, :decision, :receipt, :detail::jsonb)""")
                .param("case", caseId)
                .param("city", Timestamp.from(entry.cityTime()))
                .param("kind", entry.kind())
                .param("title", Columns.write(entry.title()))
                .param("by", entry.by())
                .param("rule", entry.rule())
                .param("decision", entry.decisionId())
                .param("receipt", entry.receipt())
                .param("detail", Columns.write(entry.detail()))
                .update();
    }

    List<TimelineEntry> list(String caseId) {
        return jdbc.sql("select * from process.timeline where case_id = :case order by id")
                .param("case", caseId)
                .query(TimelineStore::map)
                .list();
    }

    private static TimelineEntry map(ResultSet rs, int row) throws SQLException {
        return new TimelineEntry(
                Columns.instant(rs, "at"),
                Columns.instant(rs, "city_time"),
                rs.getString("kind"),
                Columns.text(rs, "title"),
                rs.getString("by_whom"),
                rs.getString("rule"),
                rs.getString("decision"),
                rs.getString("receipt"),
                Columns.map(rs, "detail"));
    }
}
