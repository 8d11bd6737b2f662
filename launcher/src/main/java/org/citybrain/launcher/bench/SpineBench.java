package org.citybrain.launcher.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.compare.Comparison;
import org.citybrain.launcher.compare.Difference;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Pause;

/**
 * The spine under load: source changes at a steady rate while 1 % of them raise tasks. Measures from just before the source's
 * commit to the first answer of the platform's HTTP interface that shows the task, then compares every row.
 */
public record SpineBench(City city, int seconds, double rate, double taskShare) {

    private static final Duration LOAD_LIMIT = Duration.ofMinutes(30);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final Duration COMPARE_LIMIT = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration PROGRESS = Duration.ofSeconds(15);
    private static final double PER_THOUSAND = 1000.0;

    /** Runs the measurement on a city that is up and not yet living. */
    public List<Metric> run() throws IOException, InterruptedException {
        Terminal terminal = city.terminal();
        Machine machine = new Machine(city.config());
        long began = System.nanoTime();
        long loaded = awaitQuiet(machine);
        double loadSeconds = (System.nanoTime() - began) / 1e9;
        terminal.line("首批数据已入池 · first load taken in: " + loaded + " rows");

        CpuMeter meter = new CpuMeter(city);
        double cpuBefore = meter.seconds();
        Latencies latencies;
        try (TaskWatch watch = new TaskWatch(machine)) {
            live();
            awaitDrained(machine);
            latencies = Latencies.of(city, watch.seen());
        }
        double cpu = meter.seconds() - cpuBefore;
        long changes = awaitQuiet(machine) - loaded;
        return metrics(loaded, loadSeconds, changes, cpu, latencies);
    }

    private void live() {
        city.live(rate, taskShare);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            Pause.of(Duration.ofNanos(Math.min(PROGRESS.toNanos(), Math.max(1, end - System.nanoTime()))));
            long left = Math.max(0, (end - System.nanoTime()) / 1_000_000_000L);
            city.terminal().begins("测量中 · measuring, " + left + " s left");
        }
        city.supervisor().stop("sample-city");
    }

    /** Gives the last tasks time to show; what has not shown by then counts as missing. */
    private static void awaitDrained(Machine machine) {
        long end = System.nanoTime() + DRAIN.toNanos();
        long last = rowTotal(machine);
        while (System.nanoTime() < end) {
            Pause.of(Duration.ofSeconds(2));
            long now = rowTotal(machine);
            if (now == last) {
                return;
            }
            last = now;
        }
    }

    /** Waits until no lane has moved for a while and nothing waits for a decision; returns the rows taken in so far. */
    private static long awaitQuiet(Machine machine) {
        long end = System.nanoTime() + LOAD_LIMIT.toNanos();
        long quietSince = System.nanoTime();
        long last = -1;
        while (System.nanoTime() < end) {
            long now = rowTotal(machine);
            if (now != last || undecided(machine) > 0) {
                last = now;
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > QUIET.toNanos() && now > 0) {
                return now;
            }
            Pause.of(Duration.ofSeconds(1));
        }
        throw new DoorFailure("the lanes did not come to rest within " + LOAD_LIMIT.toMinutes() + " minutes");
    }

    private static long undecided(Machine machine) {
        return machine.get("/api/decisions/waiting").at("/waiting/value").asLong();
    }

    private static long rowTotal(Machine machine) {
        return machine.get("/api/exchange/lanes").at("/figures/rows/value").asLong();
    }

    private List<Metric> metrics(long loaded, double loadSeconds, long changes, double cpu, Latencies latencies) {
        city.terminal().begins("逐行比对 · comparing row by row");
        List<Difference> differences = new Comparison(city).await(COMPARE_LIMIT);
        differences.stream()
                .filter(difference -> !difference.isNone())
                .forEach(difference -> city.terminal().trouble(difference.toString()));
        Percentiles percentiles = Percentiles.of(latencies.secondsWithMissing());
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("change_to_task_p95_seconds", percentiles.at(0.95), "s"));
        metrics.add(new Metric("change_to_task_p50_seconds", percentiles.at(0.5), "s"));
        metrics.add(new Metric("change_to_task_max_seconds", percentiles.at(1), "s"));
        metrics.add(new Metric("tasks_measured", latencies.seconds().size(), "tasks"));
        metrics.add(new Metric("tasks_missing", latencies.missing(), "tasks"));
        metrics.add(new Metric("rows_lost", sum(differences, true), "rows"));
        metrics.add(new Metric("rows_duplicated", sum(differences, false), "rows"));
        metrics.add(new Metric(
                "rows_compared", differences.stream().mapToInt(Difference::rows).sum(), "rows"));
        metrics.add(new Metric("changes", changes, "changes"));
        metrics.add(new Metric("changes_per_second", changes / (double) seconds, "changes/s"));
        metrics.add(new Metric("cpu_seconds_per_1000_changes", cpu / (changes / PER_THOUSAND), "s"));
        metrics.add(new Metric("first_load_rows", loaded, "rows"));
        metrics.add(new Metric("first_load_seconds", loadSeconds, "s"));
        return metrics;
    }

    private static double sum(List<Difference> differences, boolean lost) {
        return differences.stream()
                .mapToInt(difference -> lost ? difference.lost() : difference.surplus())
                .sum();
    }

    /** The inputs as the report names them. */
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("seconds", seconds);
        inputs.put("rate", rate);
        inputs.put("task_share", taskShare);
        inputs.put("residents", city.config().getInt("city.residents"));
        return inputs;
    }
}
