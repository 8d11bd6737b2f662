package org.citybrain.platform.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.citybrain.platform.PlatformTest;
import org.citybrain.platform.access.Role;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.economy.internal.EconomyOfTests;
import org.citybrain.platform.identity.internal.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
@Import(EconomyOfTests.class)
class EconomyTest {
    private static final String SALES = "house-sales";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Economy economy;

    @Autowired
    private EconomyOfTests closing;

    @Autowired
    private CityTime time;

    private YearMonth open;

    @BeforeEach
    void sell() {
        open = YearMonth.from(LocalDate.now(time.clock()));
        sale("1", open.minusMonths(13), "1000000.00");
        sale("2", open.minusMonths(2), "400000.00");
        sale("3", open.minusMonths(1), "300000.00");
        sale("4", open.minusMonths(1), "200000.00");
        sale("5", open, "90000.00");
        sale("6", open.minusMonths(1), "not a price");
        closing.close(SALES);
        closing.close(SALES);
    }

    private void sale(String key, YearMonth month, String price) {
        jdbc.sql(
                        "insert into pool.fact(resource, key, fields, lookups, lane, sequence, row_no, op, source_time, known_time)"
                                + " values ('natural_resources.sale_contract', ?, jsonb_build_object('signed_on', ?, 'price', ?), '{}',"
                                + " 0, 1, 0, 'r', now(), now()) on conflict (resource, key) do update set fields = excluded.fields")
                .params(key, month.atDay(5).toString(), price)
                .update();
    }

    private Series.Point point(YearMonth month) {
        return economy.read(SALES, "month", null).points().stream()
                .filter(point -> point.period().equals(month.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addsUpClosedMonthsAndComparesThemWithTheMonthAndTheYearBefore() {
        Series.Point last = point(open.minusMonths(1));
        assertThat((BigDecimal) last.figure().value()).isEqualByComparingTo("50");
        assertThat(last.periodOnPeriod()).isNotNull();
        assertThat((BigDecimal) last.periodOnPeriod().value()).isEqualByComparingTo("25");
        assertThat(last.yearOnYear()).isNotNull();
        assertThat((BigDecimal) last.yearOnYear().value()).isEqualByComparingTo("-50");
        assertThat(last.open()).isFalse();
    }

    @Test
    void marksTheMonthThatRunsAndComparesItWithNothing() {
        Series.Point now = point(open);
        assertThat(now.open()).isTrue();
        assertThat(now.yearOnYear()).isNull();
        assertThat(economy.revisions(SALES))
                .noneMatch(revision -> revision.period().equals(open.toString()));
    }

    @Test
    void keepsTheOldValueWhenADepartmentChangesARowOfAClosedMonth() throws Exception {
        int revised = point(open.minusMonths(2)).revised();
        Instant before = Instant.now();
        sale("2", open.minusMonths(2), "500000.00");
        closing.close(SALES);

        assertThat(point(open.minusMonths(2)).revised()).isEqualTo(revised + 1);
        mvc.perform(get("/api/economy/series/" + SALES + "/revisions").with(As.role(Role.LEADER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].before").value(40.0))
                .andExpect(jsonPath("$[0].after").value(50.0));
        assertThat(known(open.minusMonths(2), before)).isEqualByComparingTo("40");
        assertThat(known(open.minusMonths(2), Instant.now())).isEqualByComparingTo("50");
        sale("2", open.minusMonths(2), "400000.00");
        closing.close(SALES);
    }

    private BigDecimal known(YearMonth month, Instant at) {
        return economy.read(SALES, "month", at).points().stream()
                .filter(point -> point.period().equals(month.toString()))
                .map(point -> (BigDecimal) point.figure().value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsNoughtForAMonthWhoseRowsAreAllGone() {
        sale("7", open.minusMonths(5), "700000.00");
        closing.close(SALES);
        sale("7", open.minusMonths(13), "0.00");
        closing.close(SALES);

        Series.Point gone = point(open.minusMonths(5));
        assertThat((BigDecimal) gone.figure().value()).isEqualByComparingTo("0");
        assertThat(gone.revised()).isPositive();
    }

    @Test
    void addsMonthsUpToQuarters() {
        Series.Point quarter = economy.read(SALES, "quarter", null).points().getLast();
        BigDecimal months = economy.read(SALES, "month", null).points().stream()
                .filter(point -> quarterOf(point.period()).equals(quarter.period()))
                .map(point -> (BigDecimal) point.figure().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat((BigDecimal) quarter.figure().value()).isEqualByComparingTo(months);
    }

    private static String quarterOf(String month) {
        YearMonth at = YearMonth.parse(month);
        return at.getYear() + "Q" + ((at.getMonthValue() + 2) / 3);
    }

    @Test
    void opensAFigureToItsCaliberAndRows() throws Exception {
        mvc.perform(get("/api/sources/" + point(open.minusMonths(1)).figure().source())
                        .with(As.role(Role.LEADER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rowCount").value(3))
                .andExpect(jsonPath("$.receipts", hasSize(3)));
    }
}
