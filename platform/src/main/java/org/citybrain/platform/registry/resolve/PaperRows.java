package org.citybrain.platform.registry.resolve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.registry.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of one resource listed and counted by how far their days have come. */
public final class PaperRows {
    private static final int PAGE = 50;
    private static final String COLUMNS =
            "select r.entity, r.resource, r.resource || '/' || r.lane || '/' || r.sequence || '/' || r.row_no as receipt,"
                    + " r.fields::text as fields, array(select mark from registry.mark m where m.entity = r.entity order by 1)"
                    + " as marks from registry.record r ";
    private static final String SHOWN =
            " and not exists (select from registry.mark m where m.entity = r.entity and m.mark = 'WITHHELD')";

    private final JdbcClient db;

    public PaperRows(JdbcClient db) {
        this.db = db;
    }

    /** A record with its entity and what is noted about that. */
    public record Row(
            String entity,
            String resource,
            String receipt,
            Map<String, @Nullable String> fields,
            List<Paper.Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /** How many: all, those that are over, those that are over soon. */
    public record Counts(long all, long ended, long soon) {}

    /**
     * A border between records.
     *
     * @param before a record whose day lies before this one is over
     * @param soon one whose day lies before this one is over soon
     */
    public record Days(String before, String soon) {}

    /**
     * When a record is over. Days are compared as texts, so that a day that does not exist hurts nobody.
     *
     * @param column of the day; null when there is none
     * @param by column whose word tells which days count; null when the same count for all
     * @param days by that word; under an empty one when the same count for all
     * @param status column of the state; null when there is none
     * @param words states that mean that it is over
     */
    public record Line(
            @Nullable String column,
            @Nullable String by,
            Map<String, Days> days,
            @Nullable String status,
            List<String> words) {
        public Line {
            days = new LinkedHashMap<>(days);
            words = List.copyOf(words);
        }

        private String over() {
            String day = isBefore("before");
            return status == null
                    ? day
                    : "(" + day + " or coalesce(r.fields ->> '" + plain(status) + "' = any(:words), false))";
        }

        private String overSoon() {
            return column == null ? "false" : "(not " + over() + " and " + isBefore("soon") + ")";
        }

        private String isBefore(String border) {
            if (column == null || days.isEmpty()) {
                return "false";
            }
            return "coalesce(r.fields ->> '" + plain(column) + "' < " + border(border) + ", false)";
        }

        private String border(String border) {
            if (by == null) {
                return ":" + border + "0";
            }
            StringBuilder cases = new StringBuilder("case r.fields ->> '" + plain(by) + "'");
            for (int i = 0; i < days.size(); i++) {
                cases.append(" when :word")
                        .append(i)
                        .append(" then :")
                        .append(border)
                        .append(i);
            }
            return cases + " end";
        }

        private Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            int i = 0;
            for (Map.Entry<String, Days> one : days.entrySet()) {
                values.put("word" + i, one.getKey());
                values.put("before" + i, one.getValue().before());
                values.put("soon" + i, one.getValue().soon());
                i++;
            }
            return values;
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
        String where = where(line, state);
        for (Map.Entry<String, String> value : line.values().entrySet()) {
            where = where.replace(":" + value.getKey(), "'" + value.getValue() + "'");
        }
        return "select * from registry.record r where r.resource = '" + resource + "' and not r.deleted and " + where;
    }

    private static String where(Line line, String state) {
        return switch (state) {
            case "ENDED" -> line.over();
            case "SOON" -> line.overSoon();
            case "VALID" -> "not " + line.over();
            default -> "true";
        };
    }

    /** {@code withheld}: those as well that are not shown to everybody. */
    public List<Row> list(String resource, Line line, String state, int page, boolean withheld) {
        return bound(
                        COLUMNS + "where r.resource = :resource and not r.deleted and " + where(line, state)
                                + shown(withheld) + " order by r.id desc limit " + PAGE + " offset "
                                + (long) Math.max(0, page) * PAGE,
                        resource,
                        line)
                .query((row, number) -> read(row))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, String resource, Line line) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("resource", resource);
        named.putAll(line.values());
        named.put("words", line.words.toArray(String[]::new));
        return db.sql(sql).params(named);
    }

    private static String shown(boolean withheld) {
        return withheld ? "" : SHOWN;
    }

    /** Living records under any of some search keys, at most {@code limit}. */
    public List<Row> under(String kind, List<Long> tokens, int limit, boolean withheld) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return new ArrayList<>(db.sql(COLUMNS
                        + "where r.kind = ? and r.tokens && ?::bigint[] and not r.deleted" + shown(withheld)
                        + " order by r.id desc limit ?")
                .params(kind, tokens.toArray(Long[]::new), limit)
                .query((row, number) -> read(row))
                .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("entity"),
                row.getString("resource"),
                row.getString("receipt"),
                RecordTable.fields(row.getString("fields")),
                Arrays.stream((String[]) row.getArray("marks").getArray())
                        .map(Paper.Mark::valueOf)
                        .toList());
    }
}
