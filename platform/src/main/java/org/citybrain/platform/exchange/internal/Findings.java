package org.citybrain.platform.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.exchange.RowFindings;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with rows and files, and what became of it. */
@Service
public class Findings implements RowFindings {

    private static final int FILE_LANE = -1;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Audit audit;

    Findings(JdbcClient db, JsonMapper json, Audit audit) {
        this.db = db;
        this.json = json;
        this.audit = audit;
    }

    /** How far a department is with a finding. */
    public static final List<String> STATES = List.of("OPEN", "SENT_BACK", "MENDED", "ACCEPTED");

    /** What is looked for; an empty text means any. */
    public record Question(String resource, String department, String state, String code, int page, int size) {}

    /**
     * A finding as a page shows it.
     *
     * @param args the named values, with message_zh, message_en, advice_zh and advice_en among them
     * @param place file and line for a finding about a file, else empty
     */
    public record Row(
            long id,
            String resource,
            int lane,
            long sequence,
            int row,
            @Nullable String rowKey,
            String field,
            String code,
            String severity,
            Map<String, String> args,
            @Nullable String excerpt,
            String place,
            Instant foundAt,
            String state) {}

    /** A page of findings, the exact total and counts by code and state over the whole answer. */
    public record Found(long total, Map<String, Long> codes, Map<String, Long> states, List<Row> rows) {}

    /** Searches, newest first. */
    public Found search(Question question) {
        Condition condition = Condition.of(question);
        Map<String, Long> states = counts("state", condition);
        List<Object> values = new ArrayList<>(condition.values());
        values.add(question.size());
        values.add((long) question.page() * question.size());
        List<Row> rows = db.sql("""
                        select id, resource, lane, sequence, row_no, row_key_masked, field, code, severity,
                               args::text as args, excerpt, place, found_at, state
                        from exchange.finding""" + condition.where() + " order by found_at desc, id desc limit ? offset ?")
                .params(values)
                .query(this::read)
                .list();
        long total = states.values().stream().mapToLong(Long::longValue).sum();
        return new Found(total, counts("code", condition), states, rows);
    }

    /** Findings of a resource by state. */
    public Map<String, Long> statesOf(String resource) {
        return counts("state", Condition.of(new Question(resource, "", "", "", 0, 1)));
    }

    /** Open findings by resource. */
    public Map<String, Long> openByResource() {
        return counts("resource", Condition.of(new Question("", "", "OPEN", "", 0, 1)));
    }

    /** The newest finding's number, 0 when there is none. */
    long newest() {
        return db.sql("select coalesce(max(id), 0) from exchange.finding")
                .query(Long.class)
                .single();
    }

    /**
     * A person says what becomes of a finding.
     *
     * @param state OPEN, SENT_BACK, MENDED or ACCEPTED
     */
    @Transactional
    public void move(long id, String state) {
        if (!STATES.contains(state)) {
            throw Refusal.badRequest("state 取 OPEN、SENT_BACK、MENDED 或 ACCEPTED · state is one of these, not " + state);
        }
        int moved = db.sql("update exchange.finding set state = ? where id = ?")
                .params(state, id)
                .update();
        if (moved == 0) {
            throw Refusal.notFound("finding " + id);
        }
        audit.record(AuditEvent.FINDING_CHANGED, "finding:" + id, Map.of("state", state));
    }

    /** Adds a gateway's findings about a file or a source; the report's offset makes a repeat harmless. */
    @Transactional
    public void add(String resource, long offset, List<Finding> findings) {
        for (int index = 0; index < findings.size(); index++) {
            Position position = new Position(resource, FILE_LANE, offset, index);
            add(position, findings.get(index), findings.get(index).place());
        }
    }

    @Override
    @Transactional
    public void add(Position at, Finding finding) {
        add(at, finding, "");
    }

    private void add(Position at, Finding finding, String place) {
        Map<String, String> args = new LinkedHashMap<>(finding.args());
        args.put("message_zh", finding.message().zh());
        args.put("message_en", finding.message().en());
        args.put("advice_zh", finding.advice().zh());
        args.put("advice_en", finding.advice().en());
        db.sql("""
                        insert into exchange.finding
                            (resource, lane, sequence, row_no, field, code, severity, args, excerpt, place)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (resource, lane, sequence, row_no, field, code) do nothing""")
                .params(
                        at.resource(),
                        at.lane(),
                        at.sequence(),
                        at.row(),
                        finding.field(),
                        finding.code(),
                        finding.severity().name(),
                        json.writeValueAsString(args),
                        finding.args().getOrDefault("excerpt", ""),
                        place)
                .update();
    }

    @Override
    @Transactional
    public void mended(Position at, String codes) {
        db.sql("update exchange.finding set state = 'MENDED' where resource = ? and lane = ? and sequence = ?"
                        + " and row_no = ? and code like ? || '%' and state <> 'MENDED'")
                .params(at.resource(), at.lane(), at.sequence(), at.row(), codes)
                .update();
    }

    private Map<String, Long> counts(String column, Condition condition) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql("select " + column + " as value, count(*) as count from exchange.finding" + condition.where()
                        + " group by 1 order by 2 desc, 1")
                .params(condition.values())
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("count"));
                });
        return counts;
    }

    private Row read(ResultSet row, int index) throws SQLException {
        @Nullable String args = row.getString("args");
        return new Row(
                row.getLong("id"),
                row.getString("resource"),
                row.getInt("lane"),
                row.getLong("sequence"),
                row.getInt("row_no"),
                row.getString("row_key_masked"),
                row.getString("field"),
                row.getString("code"),
                row.getString("severity"),
                args == null ? Map.of() : json.readValue(args, new TypeReference<Map<String, String>>() {}),
                row.getString("excerpt"),
                row.getString("place"),
                row.getTimestamp("found_at").toInstant(),
                row.getString("state"));
    }

    /** A where clause with its values. */
    private record Condition(String where, List<Object> values) {

        static Condition of(Question question) {
            List<String> parts = new ArrayList<>(List.of("true"));
            List<Object> values = new ArrayList<>();
            add(parts, values, "resource = ?", question.resource());
            add(parts, values, "state = ?", question.state());
            add(parts, values, "code = ?", question.code());
            if (!question.department().isBlank()) {
                parts.add("split_part(resource, '.', 1) = ?");
                values.add(question.department());
            }
            return new Condition(" where " + String.join(" and ", parts), values);
        }

        private static void add(List<String> parts, List<Object> values, String part, String value) {
            if (!value.isBlank()) {
                parts.add(part);
                values.add(value);
            }
        }
    }
}
