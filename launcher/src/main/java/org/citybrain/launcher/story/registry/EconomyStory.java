package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/** A series adds up to what the department's rows say; a row changed later is a revision, and the old value stays told. */
public final class EconomyStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(180);
    private static final String SERIES = "/api/economy/series/new-businesses";
    private static final int MONTHS = 24;
    private static final int DAY = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public String name() {
        return "economy";
    }

    @Override
    public String title() {
        return "月度序列与部门数据一致, 修订留痕 · a monthly series as the department's rows say, revisions kept";
    }

    @Override
    public void walk(Walk walk) {
        FirmBooks.require(walk);
        Door steward = walk.officer("steward");
        DepartmentDatabase market = walk.department("market_regulation");
        YearMonth open = YearMonth.from(LocalDate.parse(
                walk.machine().get("/api/clock").path("cityTime").asText().substring(0, DAY)));
        walk.awaitSame(
                MONTHS + " 个月与部门库一致 months as the department's rows say",
                SOON,
                counted(market, open),
                () -> told(steward, "", open));
        changes(walk, steward, market, open);
        revision(walk, steward, market, open);
    }

    /** 同比 and 环比 of the last month that is over, worked out from the department's rows. */
    private static void changes(Walk walk, Door steward, DepartmentDatabase market, YearMonth open) {
        Map<String, BigDecimal> counted = counted(market, open);
        JsonNode last = StreamSupport.stream(steward.get(SERIES).path("points").spliterator(), false)
                .filter(point ->
                        point.path("period").asText().equals(open.minusMonths(1).toString()))
                .findFirst()
                .orElseThrow(() -> new SkippedException("上月没有数值 · no value of last month"));
        walk.expect("同比 against the year before", percent(counted, open, 13), value(last.path("yearOnYear")));
        walk.expect("环比 against the month before", percent(counted, open, 2), value(last.path("periodOnPeriod")));
    }

    private static void revision(Walk walk, Door steward, DepartmentDatabase market, YearMonth open) {
        String[] row = oneFoundedLastYear(market, open);
        String month = row[1].substring(0, 7);
        BigDecimal before = told(steward, "", open).getOrDefault(month, BigDecimal.ZERO);
        Instant then = Instant.now();
        String set = "update business set founded_on = ?, updated_at = localtimestamp where business_no = ?";
        YearMonth later = YearMonth.parse(month).plusMonths(1);
        market.execute(set, java.sql.Date.valueOf(later.atDay(1)), Long.parseLong(row[0]));
        try {
            walk.awaitSame(
                    "迟来的改动成为修订 a late change is a revision",
                    SOON,
                    counted(market, open),
                    () -> told(steward, "", open));
            walk.expect(
                    "按当时已知仍是旧值 the old value as known then",
                    before,
                    told(steward, "?asKnown=" + URLEncoder.encode(then.toString(), StandardCharsets.UTF_8), open)
                            .getOrDefault(month, BigDecimal.ZERO));
            JsonNode newest = StreamSupport.stream(
                            steward.get(SERIES + "/revisions").spliterator(), false)
                    .filter(revision -> revision.path("period").asText().equals(month))
                    .findFirst()
                    .orElseThrow();
            walk.expect(
                    "修订写明前值 the revision tells the value before",
                    plain(newest.path("before").decimalValue()),
                    before);
        } finally {
            market.execute(set, java.sql.Date.valueOf(row[1]), Long.parseLong(row[0]));
        }
    }

    /** A business founded in a month of the last year: its number and day. */
    private static String[] oneFoundedLastYear(DepartmentDatabase market, YearMonth open) {
        return market
                .query(
                        "select business_no, founded_on from business where founded_on >= ? and founded_on < ?"
                                + " order by business_no desc limit 1",
                        java.sql.Date.valueOf(open.minusMonths(12).atDay(1)),
                        java.sql.Date.valueOf(open.minusMonths(3).atDay(1)))
                .stream()
                .map(row ->
                        new String[] {String.valueOf(row.get("business_no")), String.valueOf(row.get("founded_on"))})
                .findFirst()
                .orElseThrow(() -> new SkippedException("近一年没有新登记主体 · no business was founded in the last year"));
    }

    /** Businesses by the month of their founding, as the department's own rows say. */
    private static Map<String, BigDecimal> counted(DepartmentDatabase market, YearMonth open) {
        Map<String, BigDecimal> months = new TreeMap<>();
        market.query(
                        "select to_char(founded_on, 'YYYY-MM') as month, count(*) as rows from business"
                                + " where founded_on >= ? and founded_on < ? group by 1",
                        java.sql.Date.valueOf(open.minusMonths(MONTHS).atDay(1)),
                        java.sql.Date.valueOf(open.atDay(1)))
                .forEach(row ->
                        months.put(String.valueOf(row.get("month")), new BigDecimal(String.valueOf(row.get("rows")))));
        return months;
    }

    /** The told values of the same months that are not nought. */
    private static Map<String, BigDecimal> told(Door steward, String question, YearMonth open) {
        Map<String, BigDecimal> months = new TreeMap<>();
        for (JsonNode point : steward.get(SERIES + question).path("points")) {
            String period = point.path("period").asText();
            BigDecimal value = plain(point.path("figure").path("value").decimalValue());
            boolean asked =
                    period.compareTo(open.minusMonths(MONTHS).toString()) >= 0 && period.compareTo(open.toString()) < 0;
            if (asked && value.signum() != 0) {
                months.put(period, value);
            }
        }
        return months;
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static @Nullable BigDecimal percent(Map<String, BigDecimal> months, YearMonth open, int before) {
        BigDecimal now = months.getOrDefault(open.minusMonths(1).toString(), BigDecimal.ZERO);
        BigDecimal then = months.get(open.minusMonths(before).toString());
        return then == null ? null : plain(now.subtract(then).multiply(HUNDRED).divide(then, 1, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal value(JsonNode figure) {
        return figure.path("value").isNumber() ? plain(figure.path("value").decimalValue()) : null;
    }
}
