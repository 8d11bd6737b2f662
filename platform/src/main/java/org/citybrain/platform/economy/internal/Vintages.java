package org.citybrain.platform.economy.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.economy.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code economy.vintage}. */
@Repository
class Vintages {
    private static final int MOST = 200;

    private final JdbcClient db;

    Vintages(JdbcClient db) {
        this.db = db;
    }

    /** A period's value in force and how often it was changed. */
    record Held(BigDecimal value, int revised) {}

    /** By period what is in force. */
    Map<String, Held> inForce(String series) {
        return inForce(series, null);
    }

    /** By period what was in force at a moment; null for now. */
    Map<String, Held> inForce(String series, @Nullable Instant at) {
        Map<String, Held> held = new LinkedHashMap<>();
        db.sql("""
                        select distinct on (period) period, value, count(*) over (partition by period) as told from economy.vintage
                        where series = ? and known_at <= coalesce(?::timestamptz, 'infinity') order by period, known_at desc""")
                .params(Arrays.<@Nullable Object>asList(series, at == null ? null : at.toString()))
                .query((row, number) ->
                        held.put(row.getString("period"), new Held(row.getBigDecimal("value"), row.getInt("told") - 1)))
                .list();
        return held;
    }

    void tell(String series, String period, BigDecimal value, long rows, Instant at, LocalDate cityDay) {
        db.sql("insert into economy.vintage(series, period, known_at, city_day, value, rows) values (?, ?, ?, ?, ?, ?)")
                .params(series, period, Timestamp.from(at), cityDay, value, rows)
                .update();
    }

    List<Revision> revisions(String series) {
        return db.sql("""
                        select * from (select period, value, rows, known_at, city_day,
                            lag(value) over (partition by period order by known_at) as before
                          from economy.vintage where series = ?) as told
                        where before is not null order by known_at desc, period desc limit\s""" + MOST)
                .param(series)
                .query((row, number) -> new Revision(
                        row.getString("period"),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("value"),
                        row.getLong("rows"),
                        row.getTimestamp("known_at").toInstant(),
                        row.getDate("city_day").toLocalDate()))
                .list();
    }
}
