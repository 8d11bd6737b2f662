package org.citybrain.platform.pool.internal;

import java.util.List;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.pool.FactMonths;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Months of facts, from the differences that triggers note beside every write of a fact. */
@Repository
class JdbcFactMonths implements FactMonths {
    private static final String WATCH_OF =
            "(select id from pool.month_watch where resource = :resource and day = :day and summed = :sum)";

    private final JdbcClient jdbc;

    JdbcFactMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void watch(String resource, String day, @Nullable String sum) {
        if (isWatched(resource, day, sum)) {
            return;
        }
        // no row may be written between what is counted here and what the triggers see
        jdbc.sql("lock table pool.fact in share row exclusive mode").update();
        jdbc.sql("""
                        with watch as (
                          insert into pool.month_watch (resource, day, summed) values (:resource, :day, :sum)
                          on conflict do nothing returning id)
                        insert into pool.month_change (watch, month, rows, total)
                        select w.id, pool.month_of(f.fields, :day), count(*), sum(pool.amount_of(f.fields, :sum))
                        from pool.fact f, watch w
                        where f.resource = :resource and not f.deleted and pool.month_of(f.fields, :day) is not null
                        group by 1, 2""")
                .param("resource", resource)
                .param("day", day)
                .param("sum", sum == null ? "" : sum)
                .update();
    }

    private boolean isWatched(String resource, String day, @Nullable String sum) {
        return jdbc.sql("select exists " + WATCH_OF)
                .param("resource", resource)
                .param("day", day)
                .param("sum", sum == null ? "" : sum)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Month> months(String resource, String day, @Nullable String sum) {
        return jdbc.sql(
                        "select month, sum(rows)::bigint as rows, sum(total) as total from pool.month_change where watch = "
                                + WATCH_OF + " group by month having sum(rows) > 0 order by month")
                .param("resource", resource)
                .param("day", day)
                .param("sum", sum == null ? "" : sum)
                .query((row, number) ->
                        new Month(row.getString("month"), row.getLong("rows"), row.getBigDecimal("total")))
                .list();
    }

    @Override
    public void fold() {
        jdbc.sql("""
                        with gone as (
                          delete from pool.month_change where (watch, month) in (
                            select watch, month from pool.month_change group by 1, 2 having count(*) > 1)
                          returning watch, month, rows, total)
                        insert into pool.month_change (watch, month, rows, total)
                        select watch, month, sum(rows), sum(total) from gone
                        group by 1, 2 having sum(rows) <> 0 or sum(total) <> 0""").update();
    }

    @Override
    public List<FactRow> rowsOf(String resource, String day, List<String> months, int limit) {
        return jdbc.sql(JdbcFacts.COLUMNS
                        + "where resource = ? and not deleted and left(fields ->> ?, 7) = any(?) order by key limit ?")
                .params(resource, day, months.toArray(String[]::new), limit)
                .query((row, number) -> JdbcFacts.read(row))
                .list();
    }
}
