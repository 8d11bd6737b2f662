package org.citybrain.platform.economy.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.pool.FactMonths;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens {@code economy:<code>:<period>:<what>}: the caliber, the question, some of the department's rows. */
@Component
class EconomySources implements SourceProvider {
    private static final int PARTS = 4;
    private static final int SHOWN = 20;

    private final DeclaredSeries declared;
    private final FactMonths facts;

    EconomySources(DeclaredSeries declared, FactMonths facts) {
        this.declared = declared;
        this.facts = facts;
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        String[] parts = id.split(":", PARTS);
        if (parts.length != PARTS || !parts[0].equals("economy") || !reader.may(Right.ECONOMY_READ)) {
            return Optional.empty();
        }
        SeriesDeclaration.Declared series = declared.of(parts[1]);
        List<String> months = monthsOf(parts[2]);
        List<FactRow> some = facts.rowsOf(series.resource(), series.day(), months, SHOWN);
        long rows = facts.months(series.resource(), series.day(), series.sum()).stream()
                .filter(month -> months.contains(month.month()))
                .mapToLong(FactMonths.Month::rows)
                .sum();
        String measure = series.sum() == null ? "count(*)" : "sum(" + series.sum() + ") / " + series.divide();
        return Optional.of(new SourceView(
                id,
                definition(series, parts[3]),
                "select " + measure + " from " + series.resource() + " where left(" + series.day() + ", 7) in ('"
                        + String.join("', '", months) + "')",
                Clock.systemUTC().instant(),
                some.stream().map(row -> line(series, row)).toList(),
                rows,
                some.stream()
                        .map(row -> SourceView.ReceiptLink.parse(row.receipt()))
                        .toList(),
                List.of(new SourceView.Link("resource", "/resources/" + series.resource()))));
    }

    private static Bilingual definition(SeriesDeclaration.Declared series, String what) {
        return switch (what) {
            case "yoy" ->
                new Bilingual(
                        "同比：与上年同期相比的变化（%）。" + series.caliber().zh(),
                        "Change against the same period of the year before, per cent. "
                                + series.caliber().en());
            case "pop" ->
                new Bilingual(
                        "环比：与上一期相比的变化（%）。" + series.caliber().zh(),
                        "Change against the period before, per cent. "
                                + series.caliber().en());
            default -> series.caliber();
        };
    }

    private static List<String> monthsOf(String period) {
        if (!period.matches("\\d{4}Q[1-4]")) {
            return List.of(period);
        }
        List<String> months = new ArrayList<>();
        int first = (period.charAt(5) - '1') * 3 + 1;
        for (int month = first; month < first + 3; month++) {
            months.add("%s-%02d".formatted(period.substring(0, 4), month));
        }
        return months;
    }

    private static Map<String, @Nullable Object> line(SeriesDeclaration.Declared series, FactRow row) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(series.day(), row.field(series.day()));
        if (series.sum() != null) {
            line.put(series.sum(), row.field(series.sum()));
        }
        line.put("receipt", row.receipt());
        return line;
    }
}
