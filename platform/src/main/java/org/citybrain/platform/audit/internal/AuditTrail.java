package org.citybrain.platform.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries for the auditor. */
@Repository
public class AuditTrail {

    private final JdbcClient db;

    AuditTrail(JdbcClient db) {
        this.db = db;
    }

    /** What is looked for; an empty text means any, a subject may be a beginning. */
    public record Question(
            String actor, String event, String subject, Instant from, Instant until, int page, int size) {}

    /** An entry as the auditor sees it. */
    public record Entry(
            String writer,
            long sequence,
            Instant at,
            String actor,
            String event,
            String subject,
            String details,
            String hash) {}

    /** A page with the exact total. */
    public record Found(long total, int page, int size, List<Entry> rows) {}

    /** Searches, newest first. */
    public Found search(Question question) {
        StringBuilder where = new StringBuilder(" where at >= ? and at < ?");
        List<Object> values = new ArrayList<>();
        values.add(Timestamp.from(question.from()));
        values.add(Timestamp.from(question.until()));
        add(where, values, " and actor = ?", question.actor());
        add(where, values, " and event = ?", question.event());
        add(where, values, " and starts_with(subject, ?)", question.subject());
        long total = db.sql("select count(*) from audit.entry" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.add(question.size());
        values.add((long) question.page() * question.size());
        List<Entry> rows = db.sql(
                        "select writer, sequence, at, actor, event, subject, details, encode(hash, 'hex') as hash"
                                + " from audit.entry" + where
                                + " order by at desc, writer, sequence desc limit ? offset ?")
                .params(values)
                .query(AuditTrail::read)
                .list();
        return new Found(total, question.page(), question.size(), rows);
    }

    private static void add(StringBuilder where, List<Object> values, String part, String value) {
        if (!value.isBlank()) {
            where.append(part);
            values.add(value);
        }
    }

    private static Entry read(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getString("writer"),
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("event"),
                row.getString("subject"),
                row.getString("details"),
                row.getString("hash"));
    }
}
