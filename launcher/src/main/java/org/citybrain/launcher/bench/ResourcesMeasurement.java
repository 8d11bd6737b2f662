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
import org.citybrain.launcher.shell.Stopping;

/** `bench resources`: 10, 100 and 1,000 live tables on the one intake job. */
public record ResourcesMeasurement() implements Measurement {

    private static final int ROWS = 2_000_000;
    private static final int[] TABLES = {10, 100, 1_000};

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
            Stopping.closeOnSignal(city, launch.terminal());
            city.start();
            // the programs have just started: a first round that does not count warms them
            new ResourcesBench(city, 5, rows).warmUp();
            for (int tables : TABLES) {
                List<Metric> round = new ResourcesBench(city, tables, rows).run();
                round.forEach(metric -> launch.terminal().line("    " + metric));
                metrics.addAll(round);
            }
        }
        metrics.add(new Metric("slowest_of_fastest", spread(metrics), "1 = no difference"));
        return BenchReport.of(launch.repository(), "resources", 0, Map.of("rows", rows), metrics);
    }

    private static double spread(List<Metric> metrics) {
        double[] rates = metrics.stream()
                .filter(metric -> metric.name().startsWith("rows_per_second"))
                .mapToDouble(Metric::value)
                .sorted()
                .toArray();
        return rates[0] / rates[rates.length - 1];
    }
}
