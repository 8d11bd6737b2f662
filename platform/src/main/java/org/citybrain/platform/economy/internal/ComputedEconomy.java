package org.citybrain.platform.economy.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.economy.Economy;
import org.citybrain.platform.economy.Revision;
import org.citybrain.platform.economy.Series;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.pool.FactMonths;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closed months from their vintages, the month that runs from the facts; quarters added up from months. */
@Service
@Transactional(readOnly = true)
class ComputedEconomy implements Economy {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MONTHS_OF_QUARTER = 3;

    private final DeclaredSeries declared;
    private final Vintages vintages;
    private final FactMonths facts;
    private final CityTime time;

    ComputedEconomy(DeclaredSeries declared, Vintages vintages, FactMonths facts, CityTime time) {
        this.declared = declared;
        this.vintages = vintages;
        this.facts = facts;
        this.time = time;
    }

    /** A period's value while it is put together. */
    private record Value(BigDecimal value, int revised, boolean open) {
        Value plus(Value other) {
            return new Value(value.add(other.value), revised + other.revised, open || other.open);
        }
    }

    @Override
    public List<Series> list() {
        return declared.all().stream()
                .map(series -> series(series, newest(points(series, "month", null))))
                .toList();
    }

    private static List<Series.Point> newest(List<Series.Point> points) {
        List<Series.Point> closed =
                points.stream().filter(point -> !point.open()).toList();
        return closed.isEmpty() ? points : closed.subList(closed.size() - 1, closed.size());
    }

    @Override
    public Series read(String code, String by, @Nullable Instant asKnown) {
        SeriesDeclaration.Declared series = declared.of(code);
        return series(series, points(series, by, asKnown));
    }

    private static Series series(SeriesDeclaration.Declared series, List<Series.Point> points) {
        return new Series(series.code(), series.title(), series.unit(), series.caliber(), series.resource(), points);
    }

    private List<Series.Point> points(SeriesDeclaration.Declared series, String by, @Nullable Instant asKnown) {
        TreeMap<String, Value> values = months(series, asKnown);
        boolean quarters = by.equals("quarter");
        TreeMap<String, Value> told = quarters ? quarters(values) : values;
        List<Series.Point> points = new ArrayList<>();
        Instant now = Clock.systemUTC().instant();
        told.forEach((period, value) -> points.add(new Series.Point(
                period,
                new Figure(value.value, "text", source(series, period, "value"), now),
                change(series, told, period, value, back(period, MONTHS_OF_YEAR), "yoy", now),
                change(series, told, period, value, back(period, quarters ? MONTHS_OF_QUARTER : 1), "pop", now),
                value.revised,
                value.open)));
        return points;
    }

    /** Closed months without a row count as nought between the first and the last one told. */
    private TreeMap<String, Value> months(SeriesDeclaration.Declared series, @Nullable Instant asKnown) {
        TreeMap<String, Value> values = new TreeMap<>();
        Map<String, Vintages.Held> held = vintages.inForce(series.code(), asKnown);
        held.forEach((month, value) -> values.put(month, new Value(value.value(), value.revised(), false)));
        if (values.isEmpty()) {
            return values;
        }
        String open = YearMonth.from(LocalDate.now(time.clock())).toString();
        String end = asKnown == null ? open : values.lastKey();
        for (YearMonth month = YearMonth.parse(values.firstKey());
                month.toString().compareTo(end) < 0;
                month = month.plusMonths(1)) {
            values.putIfAbsent(month.toString(), new Value(BigDecimal.ZERO, 0, false));
        }
        if (asKnown == null) {
            facts.months(series.resource(), series.day(), series.sum()).stream()
                    .filter(month -> month.month().equals(open))
                    .forEach(month -> values.put(open, new Value(DeclaredSeries.valueOf(series, month), 0, true)));
        }
        return values;
    }

    /** Quarters of which all months are told, and the one that runs. */
    private static TreeMap<String, Value> quarters(TreeMap<String, Value> months) {
        TreeMap<String, Value> quarters = new TreeMap<>();
        TreeMap<String, Integer> counts = new TreeMap<>();
        months.forEach((month, value) -> {
            String quarter =
                    month.substring(0, 5) + "Q" + ((Integer.parseInt(month.substring(5)) - 1) / MONTHS_OF_QUARTER + 1);
            quarters.merge(quarter.replace("-", ""), value, Value::plus);
            counts.merge(quarter.replace("-", ""), 1, Integer::sum);
        });
        quarters.entrySet()
                .removeIf(quarter -> counts.getOrDefault(quarter.getKey(), 0) < MONTHS_OF_QUARTER
                        && !quarter.getKey().equals(quarters.lastKey()));
        if (!quarters.isEmpty() && counts.getOrDefault(quarters.lastKey(), 0) < MONTHS_OF_QUARTER) {
            quarters.computeIfPresent(
                    quarters.lastKey(), (quarter, value) -> new Value(value.value, value.revised, true));
        }
        return quarters;
    }

    private static String back(String period, int months) {
        if (period.indexOf('Q') < 0) {
            return YearMonth.parse(period).minusMonths(months).toString();
        }
        int year = Integer.parseInt(period.substring(0, 4));
        int quarter = Integer.parseInt(period.substring(5));
        YearMonth first =
                YearMonth.of(year, (quarter - 1) * MONTHS_OF_QUARTER + 1).minusMonths(months);
        return first.getYear() + "Q" + ((first.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
    }

    private static @Nullable Figure change(
            SeriesDeclaration.Declared series,
            Map<String, Value> values,
            String period,
            Value value,
            String before,
            String what,
            Instant now) {
        Value then = values.get(before);
        if (then == null || then.value.signum() == 0 || value.open || then.open) {
            return null;
        }
        BigDecimal percent =
                value.value.subtract(then.value).multiply(HUNDRED).divide(then.value, 1, RoundingMode.HALF_UP);
        return new Figure(percent, "percent", source(series, period, what), now);
    }

    private static String source(SeriesDeclaration.Declared series, String period, String what) {
        return "economy:" + series.code() + ":" + period + ":" + what;
    }

    @Override
    public List<Revision> revisions(String code) {
        return vintages.revisions(declared.of(code).code());
    }
}
