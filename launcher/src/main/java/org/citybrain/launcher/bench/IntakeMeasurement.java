package org.citybrain.launcher.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.home.HomeWishes;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;

/** `bench intake`: first loads of a large table through gateway, Kafka, Flink and Paimon, committed and reconciled. */
public record IntakeMeasurement() implements Measurement {

    private static final int ROWS = 5_000_000;
    private static final int WARM_UP_ROWS = 1_000_000;
    private static final int[] GROWTH = {1_000_000, 2_000_000, 4_000_000, 8_000_000};

    @Override
    public Set<String> options() {
        return Set.of("--rows");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--growth", "--keep");
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
            try (Reconciler reconciler = Reconciler.start(city)) {
                // the programs have just started: a first, small table shows the cold rate and warms them
                List<Metric> cold = new IntakeBench(city, reconciler, "bulk_cold", WARM_UP_ROWS).run();
                IntakeBench.tell(launch.terminal(), "冷启动 · cold, " + WARM_UP_ROWS + " rows", cold);
                if (arguments.has("--growth")) {
                    for (int size : GROWTH) {
                        String suffix = "_" + size / 1_000_000 + "m";
                        List<Metric> grown = new IntakeBench(city, reconciler, "bulk" + suffix, size).run();
                        IntakeBench.tell(launch.terminal(), size + " rows", grown);
                        grown.forEach(metric ->
                                metrics.add(new Metric(metric.name() + suffix, metric.value(), metric.unit())));
                    }
                } else {
                    metrics.addAll(new IntakeBench(city, reconciler, "bulk", rows).run());
                }
                metrics.add(new Metric("cold_rows_per_second", cold.getFirst().value(), "rows/s"));
            }
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("rows", arguments.has("--growth") ? GROWTH[GROWTH.length - 1] : rows);
        inputs.put("warm_up_rows", WARM_UP_ROWS);
        inputs.put("changing_share", 0.01);
        return BenchReport.of(launch.repository(), "intake", 17, inputs, metrics);
    }
}
