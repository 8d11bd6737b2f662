package org.citybrain.platform.economy.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.pool.FactMonths;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the value of each month that is over, and tells it again when the department's rows say otherwise. While a first load
 * runs nothing is told: a value that is only half there is no figure.
 */
@Component
class MonthClose {
    /** Months looked at, so that a late row of two years ago is still a revision. */
    static final int MONTHS = 60;

    private static final long EVERY_MILLIS = 15_000;

    private final DeclaredSeries declared;
    private final FactMonths facts;
    private final Vintages vintages;
    private final CityTime time;
    private final Set<String> watched = new HashSet<>();
    private final Map<String, Long> rowsSeen = new HashMap<>();

    MonthClose(DeclaredSeries declared, FactMonths facts, Vintages vintages, CityTime time) {
        this.declared = declared;
        this.facts = facts;
        this.vintages = vintages;
        this.time = time;
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void close() {
        facts.fold();
        declared.all().forEach(this::close);
    }

    /** Looks at one series; the second look at the same number of rows, give or take a few, tells. */
    void close(SeriesDeclaration.Declared series) {
        if (watched.add(series.code())) {
            facts.watch(series.resource(), series.day(), series.sum());
        }
        List<FactMonths.Month> months = facts.months(series.resource(), series.day(), series.sum());
        long rows = months.stream().mapToLong(FactMonths.Month::rows).sum();
        Long before = rowsSeen.put(series.code(), rows);
        if (rows == 0 || before == null || rows - before > before / 50 + 20) {
            return;
        }
        LocalDate today = LocalDate.now(time.clock());
        String first = YearMonth.from(today).minusMonths(MONTHS).toString();
        String open = YearMonth.from(today).toString();
        Map<String, FactMonths.Month> told = new TreeMap<>();
        Map<String, Vintages.Held> held = vintages.inForce(series.code());
        held.keySet().forEach(month -> told.put(month, new FactMonths.Month(month, 0, BigDecimal.ZERO)));
        months.forEach(month -> told.put(month.month(), month));
        for (FactMonths.Month month : told.values()) {
            Vintages.Held known = held.get(month.month());
            boolean closed =
                    month.month().compareTo(first) >= 0 && month.month().compareTo(open) < 0;
            var value = DeclaredSeries.valueOf(series, month);
            if (closed && (known == null || known.value().compareTo(value) != 0)) {
                vintages.tell(
                        series.code(),
                        month.month(),
                        value,
                        month.rows(),
                        Clock.systemUTC().instant(),
                        today);
            }
        }
    }
}
