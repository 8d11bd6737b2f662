package org.citybrain.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citybrain.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class FactMonthsTest {
    private static final String RESOURCE = "tax.months_of_a_test";
    private static final String UPSERT = """
            insert into pool.fact as f (resource, key, fields, lookups, deleted, lane, sequence, row_no, op, source_time, known_time)
            select ?, k, jsonb_build_object('paid_on', d, 'amount', a), '{}', g, 0, 1, 0, 'r', now(), now()
            from unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) as n(k, d, a, g)
            on conflict (resource, key) do update set fields = excluded.fields, deleted = excluded.deleted""";

    @Autowired
    private FactMonths months;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(7);

    @BeforeEach
    void begin() {
        jdbc.sql("delete from pool.month_watch where resource = ?")
                .param(RESOURCE)
                .update();
        jdbc.sql("delete from pool.fact where resource = ?").param(RESOURCE).update();
    }

    @Test
    void keepsCountsAndTotalsEqualToTheRowsThroughEveryKindOfWrite() {
        write(random);
        months.watch(RESOURCE, "paid_on", "amount");
        assertThat(kept()).isEqualTo(counted()).isNotEmpty();
        for (int round = 0; round < 20; round++) {
            write(random);
            if (round % 3 == 0) {
                jdbc.sql("delete from pool.fact where resource = ? and key like ?")
                        .params(RESOURCE, "%" + random.nextInt(10))
                        .update();
            }
            if (round % 4 == 0) {
                months.fold();
            }
            assertThat(kept()).isEqualTo(counted());
        }
    }

    @Test
    void missesNoRowWrittenWhileItBegins() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> written =
                    List.of(writers.submit(() -> writeOften(new Random(1))), writers.submit(() -> months.fold()));
            months.watch(RESOURCE, "paid_on", "amount");
            for (Future<?> one : written) {
                one.get();
            }
        }
        assertThat(kept()).isEqualTo(counted()).isNotEmpty();
    }

    @Test
    void foldsWhatWasNotedIntoOneRowOfEachMonth() {
        months.watch(RESOURCE, "paid_on", null);
        writeOften(random);
        months.fold();
        assertThat(jdbc.sql("select count(*) - count(distinct month) from pool.month_change c join pool.month_watch w"
                                + " on w.id = c.watch where w.resource = ?")
                        .param(RESOURCE)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(months.months(RESOURCE, "paid_on", null))
                .allMatch(month -> month.sum().signum() == 0)
                .isNotEmpty();
    }

    @Test
    void tellsNoMonthOfWhatIsNotWatched() {
        write(random);
        assertThat(months.months(RESOURCE, "paid_on", "amount")).isEmpty();
    }

    private void writeOften(Random dice) {
        for (int i = 0; i < 30; i++) {
            write(dice);
        }
    }

    /** Rows with days and amounts of all kinds: a month that is none, an amount that is no number, rows that ended. */
    private void write(Random dice) {
        int rows = 1 + dice.nextInt(40);
        String[] keys = new String[rows];
        String[] days = new String[rows];
        String[] amounts = new String[rows];
        Boolean[] gone = new Boolean[rows];
        int first = dice.nextInt(60);
        for (int i = 0; i < rows; i++) {
            keys[i] = "K" + (first + i);
            days[i] = "2026-%02d-05".formatted(dice.nextInt(14));
            amounts[i] = dice.nextInt(9) == 0 ? "不详" : "%d.%02d".formatted(dice.nextInt(900) - 100, dice.nextInt(100));
            gone[i] = dice.nextInt(6) == 0;
        }
        jdbc.sql(UPSERT).params(RESOURCE, keys, days, amounts, gone).update();
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        months.months(RESOURCE, "paid_on", "amount")
                .forEach(month -> kept.put(month.month(), text(month.rows(), month.sum())));
        return kept;
    }

    private Map<String, String> counted() {
        Map<String, String> counted = new TreeMap<>();
        jdbc.sql("""
                        select left(fields ->> 'paid_on', 7) as month, count(*) as rows, coalesce(sum((fields ->> 'amount')::numeric)
                          filter (where fields ->> 'amount' ~ '^-?[0-9]+([.][0-9]+)?$'), 0) as total
                        from pool.fact where resource = ? and not deleted and fields ->> 'paid_on' ~ '^[0-9]{4}-(0[1-9]|1[0-2])'
                        group by 1""").param(RESOURCE).query(row -> {
            counted.put(row.getString("month"), text(row.getLong("rows"), row.getBigDecimal("total")));
        });
        return counted;
    }

    private static String text(long rows, BigDecimal sum) {
        return rows + " rows, " + sum.stripTrailingZeros().toPlainString();
    }
}
