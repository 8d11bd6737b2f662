package org.citybrain.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;

/** `bench resources`: 10, 100 and 1,000 live tables on the one intake job. */
public record ResourcesMeasurement() implements Measurement {

    /** 4,000 rows a table at 1,000 tables: two batches as full as a first load's. */
    private static final int ROWS = 4_000_000;

    private static final double WITHIN = 0.8;

    private static final int[] TABLES = {10, 100, 1_000};
    /** Neither few nor many, so that writing rows, joining files and committing are all compiled before the first size. */
    private static final int WARM_UP_TABLES = 100;

    @Override
    public Set<String> options() {
        return Set.of("--rows");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--keep");
    }

    @Override
    public BenchReport run(Arguments arguments, Launch launch) throws Exception {
        int rows = arguments.number("--rows", ROWS);
        HomeWishes wishes = HomeWishes.demo(launch.repository(), launch.shared())
                .temporary()
                .withoutSampleCity();
        List<Metric> metrics = new ArrayList<>();
        try (TemporaryHome home = TemporaryHome.create(arguments.has("--keep"), launch.terminal());
                City city = City.open(home.folder(), wishes, launch.terminal())) {
            home.holds(city);
            city.start();
            // the programs have just started: a first round that does not count warms them
            tell(launch, new ResourcesBench(city, "warm", WARM_UP_TABLES, rows).warmUp());
            for (int tables : TABLES) {
                List<Metric> round = new ResourcesBench(city, "many" + tables, tables, rows).run();
                tell(launch, round);
                metrics.addAll(round);
            }
        }
        metrics.addAll(ratios(metrics));
        return BenchReport.of(launch.repository(), "resources", 0, Map.of("rows", rows), metrics);
    }

    private static void tell(Launch launch, List<Metric> metrics) {
        metrics.forEach(metric -> launch.terminal().line("    " + metric));
    }

    /** Each number of tables beside the fewest, and the slowest beside the fastest. */
    private static List<Metric> ratios(List<Metric> metrics) {
        List<Metric> ratios = new ArrayList<>();
        double few = rate(metrics, TABLES[0]);
        double slowest = few;
        double fastest = few;
        for (int tables : TABLES) {
            double rate = rate(metrics, tables);
            ratios.add(new Metric("throughput_of_" + tables + "_tables", rate / few, "of that of " + TABLES[0]));
            slowest = Math.min(slowest, rate);
            fastest = Math.max(fastest, rate);
        }
        ratios.add(new Metric("slowest_of_fastest", slowest / fastest, "1 = no difference"));
        ratios.add(new Metric("within_20_percent", slowest / fastest >= WITHIN ? 1 : 0, "1 = yes"));
        return ratios;
    }

    private static double rate(List<Metric> metrics, int tables) {
        return metrics.stream()
                .filter(metric -> metric.name().equals("rows_per_second" + ResourcesBench.suffix(tables)))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
