package org.citybrain.platform.registry.resolve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of one resource listed and counted by how far their days have come. */
public final class PaperRows {
    private static final int PAGE = 50;
    private static final String COLUMNS =
            "select r.entity, r.resource, r.resource || '/' || r.lane || '/' || r.sequence || '/' || r.row_no as receipt,"
                    + " r.fields::text as fields from registry.record r ";

    private final JdbcClient db;

    public PaperRows(JdbcClient db) {
        this.db = db;
    }

    /** A record with its entity. */
    public record Row(String entity, String resource, String receipt, Map<String, @Nullable String> fields) {}

    /** How many: all, those that are over, those that are over soon. */
    public record Counts(long all, long ended, long soon) {}

    /**
     * When a record is over. Days are compared as texts, so that a day that does not exist hurts nobody.
     *
     * @param column of the day; null when there is none
     * @param before a record whose day lies before this one is over
     * @param soon one whose day lies before this one is over soon
     * @param status column of the state; null when there is none
     * @param words states that mean that it is over
     */
    public record Line(
            @Nullable String column,
            String before,
            String soon,
            @Nullable String status,
            List<String> words) {
        private String over() {
            String day = column == null ? "false" : "coalesce(r.fields ->> '" + plain(column) + "' < :before, false)";
            return status == null
                    ? day
                    : "(" + day + " or coalesce(r.fields ->> '" + plain(status) + "' = any(:words), false))";
        }

        private String overSoon() {
            return column == null
                    ? "false"
                    : "(not " + over() + " and coalesce(r.fields ->> '" + plain(column) + "' < :soon, false))";
        }

        private static String plain(String column) {
            if (!column.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a column: " + column);
            }
            return column;
        }
    }

    public Counts counts(String resource, Line line) {
        return bound(
                        "select count(*) as every, count(*) filter (where " + line.over()
                                + ") as ended, count(*) filter (where " + line.overSoon()
                                + ") as soon from registry.record r where r.resource = :resource and not r.deleted",
                        resource,
                        line)
                .query((row, number) -> new Counts(row.getLong("every"), row.getLong("ended"), row.getLong("soon")))
                .single();
    }

    /** The question that {@link #list} asks, as a reader may see it. */
    public static String question(String resource, Line line, String state) {
        return "select * from registry.record r where r.resource = '" + resource + "' and not r.deleted and "
                + where(line, state)
                        .replace(":before", "'" + line.before + "'")
                        .replace(":soon", "'" + line.soon + "'");
    }

    private static String where(Line line, String state) {
        return switch (state) {
            case "ENDED" -> line.over();
            case "SOON" -> line.overSoon();
            case "VALID" -> "not " + line.over();
            default -> "true";
        };
    }

    public List<Row> list(String resource, Line line, String state, int page) {
        return bound(
                        COLUMNS + "where r.resource = :resource and not r.deleted and " + where(line, state)
                                + " order by r.id desc limit " + PAGE + " offset " + Math.max(0, page) * PAGE,
                        resource,
                        line)
                .query((row, number) -> read(row))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, String resource, Line line) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("resource", resource);
        named.put("before", line.before);
        named.put("soon", line.soon);
        named.put("words", line.words.toArray(String[]::new));
        return db.sql(sql).params(named);
    }

    /** Living records under any of some search keys, at most {@code limit}. */
    public List<Row> under(String kind, List<Long> tokens, int limit) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return new ArrayList<>(db.sql(COLUMNS
                        + "where r.kind = ? and r.tokens && ?::bigint[] and not r.deleted order by r.id desc limit ?")
                .params(kind, tokens.toArray(Long[]::new), limit)
                .query((row, number) -> read(row))
                .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("entity"),
                row.getString("resource"),
                row.getString("receipt"),
                RecordTable.fields(row.getString("fields")));
    }
}
