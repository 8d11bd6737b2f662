package org.citybrain.platform.catalogue.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds resources by words anywhere in their names, summaries and fields, Chinese as well as English. */
@Repository
public class ResourceSearch {

    private static final int MOST_WORDS = 8;

    private final JdbcClient db;

    ResourceSearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is looked for; an empty text means any.
     *
     * @param text words, all of which must occur
     * @param department department code
     * @param shareType share type
     * @param page from 0
     * @param size rows a page
     */
    public record Question(String text, String department, String shareType, int page, int size) {}

    /** One facet value and how many resources have it. */
    public record Facet(String value, long count) {}

    /** Ids of one page in order of id, the exact total, and counts by facet over the whole answer. */
    public record Found(long total, Map<String, List<Facet>> facets, List<String> ids) {}

    /** Searches. */
    public Found search(Question question) {
        Condition condition = Condition.of(question);
        long total = db.sql("select count(*) from catalogue.resource" + condition.where())
                .params(condition.values())
                .query(Long.class)
                .single();
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        facets.put("department", facet("department", condition));
        facets.put("shareType", facet("share_type", condition));
        facets.put("updateCycle", facet("update_cycle", condition));
        List<Object> values = new ArrayList<>(condition.values());
        values.add(question.size());
        values.add((long) question.page() * question.size());
        List<String> ids = db.sql(
                        "select id from catalogue.resource" + condition.where() + " order by id limit ? offset ?")
                .params(values)
                .query((row, index) -> row.getString("id"))
                .list();
        return new Found(total, facets, ids);
    }

    private List<Facet> facet(String column, Condition condition) {
        return db.sql("select " + column + " as value, count(*) as count from catalogue.resource" + condition.where()
                        + " group by 1 order by 2 desc, 1")
                .params(condition.values())
                .query((row, index) -> new Facet(row.getString("value"), row.getLong("count")))
                .list();
    }

    /** A where clause with its values. */
    private record Condition(String where, List<Object> values) {

        static Condition of(Question question) {
            StringBuilder where = new StringBuilder(" where status = 'PUBLISHED'");
            List<Object> values = new ArrayList<>();
            question.text()
                    .strip()
                    .lines()
                    .flatMap(line -> List.of(line.split("\\s+")).stream())
                    .filter(word -> !word.isBlank())
                    .limit(MOST_WORDS)
                    .forEach(word -> {
                        where.append(" and search ilike ?");
                        values.add("%"
                                + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
                    });
            if (!question.department().isBlank()) {
                where.append(" and department = ?");
                values.add(question.department());
            }
            if (!question.shareType().isBlank()) {
                where.append(" and share_type = ?");
                values.add(question.shareType());
            }
            return new Condition(where.toString(), values);
        }
    }
}
