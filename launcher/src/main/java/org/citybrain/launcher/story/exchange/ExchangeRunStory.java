package org.citybrain.launcher.story.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;
import org.jspecify.annotations.Nullable;

/**
 * Seventeen units give and receive, every row counted and summed on both sides; a record that moves to another unit moves;
 * a table altered by hand is found, held alone, and mended by laying it down anew. {@code CB_EXCHANGE_ROWS} makes it
 * smaller, which the steps then say.
 */
public final class ExchangeRunStory implements Story {

    private static final int WHOLE = 1_522_300;
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofSeconds(90);

    private @Nullable ExchangeRun laid;

    @Override
    public String name() {
        return "exchange-run";
    }

    @Override
    public String title() {
        return "十七单位交换, 两侧逐表对账 · seventeen units exchange, compared on both sides";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        ExchangeRun run = laidDown(walk);
        moved(walk, run);
        altered(walk, run, walk.officer("data-officer"));
    }

    /** The run with every table laid down and compared equal; it is begun once. */
    ExchangeRun laidDown(Walk walk) throws IOException, InterruptedException {
        if (laid == null) {
            laid = layDown(walk);
        }
        return laid;
    }

    private static ExchangeRun layDown(Walk walk) throws IOException, InterruptedException {
        String wished = System.getenv("CB_EXCHANGE_ROWS");
        int rows = wished == null || wished.isBlank() ? WHOLE : Integer.parseInt(wished);
        ExchangeRun run =
                ExchangeRun.prepare(walk.city().children(), walk.city().home(), rows);
        String share = rows == WHOLE ? "" : " (fraction of " + WHOLE + ")";
        walk.expect("各单位备好的办件记录" + share + " records of the units, counted", (long) rows, run.rows());
        walk.expect("单位 units", 17, run.units().size());
        walk.awaitSame("全部入池前验签收下 all taken in", LONG, run.rows(), () -> run.takenIn(walk.machine()));

        Officer officer = walk.officer("data-officer");
        run.start(officer);
        walk.awaitSame(
                "全部铺底并对账一致 laid down and compared equal",
                LONG,
                true,
                () -> ExchangeRun.picture(officer).path("done").asBoolean());
        JsonNode figures = ExchangeRun.picture(officer).path("figures");
        walk.expect(
                "回执所报行数 rows by the consumers' receipts",
                run.rows(),
                figures.at("/tableRows/value").asLong());
        walk.expect(
                "对账一致的订阅 subscriptions found equal",
                run.pairs().size(),
                figures.at("/equal/value").asInt());
        walk.expect("接收库实际行数, 逐对 rows in the receiving databases, pair by pair", run.pairs(), received(walk, run));
        return run;
    }

    /** What the consumers' own databases hold. */
    private static Map<String, Long> received(Walk walk, ExchangeRun run) {
        Map<String, Long> counts = new TreeMap<>();
        for (String pair : run.pairs().keySet()) {
            String provider = pair.substring(0, pair.indexOf('>'));
            String consumer = pair.substring(pair.indexOf('>') + 1);
            counts.put(
                    pair,
                    Long.parseLong(database(walk, run, consumer)
                            .value("select count(*) from citybrain_received." + ExchangeRun.received(provider))));
        }
        return counts;
    }

    static DepartmentDatabase database(Walk walk, ExchangeRun run, String unit) {
        return new DepartmentDatabase(
                "jdbc:postgresql://127.0.0.1:" + walk.city().departments().port() + "/" + run.databaseOf(unit),
                "postgres",
                walk.config().get("dept.pg.admin.password"));
    }

    private static void moved(Walk walk, ExchangeRun run) {
        String provider = run.units().get(0);
        String from = run.units().get(1);
        String to = run.units().get(2);
        DepartmentDatabase source = database(walk, run, provider);
        String record = source.value("select min(record_no) from service_record where partner_unit = ?", from);
        source.execute("update service_record set partner_unit = ? where record_no = ?::bigint", to, record);
        String count = "select count(*) from citybrain_received." + ExchangeRun.received(provider)
                + " where record_no = ?::bigint";
        walk.awaitSame(
                "改派的记录到了新单位 a moved record has come",
                SOON,
                "1",
                () -> database(walk, run, to).value(count, record));
        walk.awaitSame(
                "并离开了原单位 and has gone",
                SOON,
                "0",
                () -> database(walk, run, from).value(count, record));
    }

    private static void altered(Walk walk, ExchangeRun run, Officer officer) {
        String provider = run.units().get(3);
        String consumer = run.units().get(4);
        String id = subscription(officer, provider, consumer);
        String table = "citybrain_received." + ExchangeRun.received(provider);
        String before = database(walk, run, consumer).value("select count(*) from " + table);
        database(walk, run, consumer)
                .execute("delete from " + table + " where record_no = (select min(record_no) from " + table + ")");
        officer.post("/api/subscriptions/" + id + "/compare", Map.of());
        walk.awaitSame("手工删行被对账发现 a row deleted by hand is found", SOON, "HELD", () -> state(officer, id));
        walk.expect(
                "只挂起这一个 only this one is held",
                1,
                ExchangeRun.picture(officer).at("/figures/held/value").asInt());
        officer.post("/api/subscriptions/" + id + "/reload", Map.of());
        walk.awaitSame(
                "重新铺底后一致 equal again once laid down anew",
                SOON,
                true,
                () -> ExchangeRun.picture(officer).path("done").asBoolean());
        walk.expect(
                "行已回来 the row is back", before, database(walk, run, consumer).value("select count(*) from " + table));
    }

    private static String subscription(Officer officer, String provider, String consumer) {
        for (JsonNode cell : ExchangeRun.picture(officer).path("cells")) {
            if (cell.path("provider").asText().equals(provider)
                    && cell.path("consumer").asText().equals(consumer)) {
                return cell.path("subscription").asText();
            }
        }
        throw new IllegalStateException("the run has no " + provider + " for " + consumer);
    }

    private static String state(Officer officer, String id) {
        return officer.get("/api/subscriptions/" + id).at("/subscription/state").asText();
    }
}
