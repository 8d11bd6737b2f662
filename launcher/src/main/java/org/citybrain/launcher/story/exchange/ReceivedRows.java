package org.citybrain.launcher.story.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citybrain.launcher.door.DepartmentDatabase;

/**
 * Every row of every pair, asked of the units' own databases and of nobody else: what a provider's table holds for a consumer,
 * and what the consumer's table has of it. Rows are compared by a digest of all granted fields' texts.
 */
final class ReceivedRows {

    private final ExchangeRun run;
    private final Function<String, DepartmentDatabase> databases;
    private final String digest;

    ReceivedRows(ExchangeRun run, Function<String, DepartmentDatabase> databases) {
        this.run = run;
        this.databases = databases;
        String row = run.fields().stream()
                .map(field -> "coalesce(" + field + "::text, '␀')")
                .collect(Collectors.joining(", "));
        this.digest = "count(*) || ' rows, digest ' || coalesce(sum(('x' || left(md5(concat_ws('␟', " + row
                + ")), 15))::bit(60)::bigint), 0) as told";
    }

    /** What each consumer should have, by {@code provider>consumer}. */
    Map<String, String> wanted() {
        Map<String, String> wanted = new TreeMap<>();
        String none =
                databases.apply(run.units().getFirst()).value("select " + digest + " from service_record where false");
        run.pairs().keySet().forEach(pair -> wanted.put(pair, none));
        for (String provider : run.units()) {
            databases
                    .apply(provider)
                    .query("select partner_unit, " + digest + " from service_record group by partner_unit")
                    .forEach(row ->
                            wanted.put(provider + ">" + row.get("partner_unit"), String.valueOf(row.get("told"))));
        }
        return wanted;
    }

    /** Rows of all pairs together. */
    static long count(Map<String, String> told) {
        return told.values().stream()
                .mapToLong(one -> Long.parseLong(one.substring(0, one.indexOf(' '))))
                .sum();
    }

    /** Pairs whose receiving table is not as wanted yet, with what it has. */
    Map<String, String> different(Map<String, String> wanted) {
        Map<String, String> different = new TreeMap<>();
        wanted.forEach((pair, told) -> {
            String provider = pair.substring(0, pair.indexOf('>'));
            String consumer = pair.substring(pair.indexOf('>') + 1);
            String has = databases
                    .apply(consumer)
                    .value("select " + digest + " from citybrain_received." + ExchangeRun.received(provider));
            if (!has.equals(told)) {
                different.put(pair, has + ", the provider " + told);
            }
        });
        return different;
    }
}
