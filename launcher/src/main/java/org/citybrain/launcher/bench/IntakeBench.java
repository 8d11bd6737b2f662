package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.citybrain.kernel.proof.ProofVerifier;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Child;

/**
 * One first load, from the moment the gateway is told of the database until every row is committed in the pool and reconciled,
 * while one row in a hundred changes at the source.
 */
record IntakeBench(City city, Reconciler reconciler, String department, int rows) {

    private static final int ONE_IN = 100;
    private static final int PROOFS = 20;
    private static final double MICROS = 1e6;

    /** PostgreSQL's own way to a file. */
    private record Copy(double wall, double cpu) {}

    List<Metric> run() throws Exception {
        BulkTable table = new BulkTable(city, department, rows);
        table.make(city.terminal());
        BulkSource source = new BulkSource(city, table);
        source.register();
        StageCpu idle = cpu();
        double copySeconds = table.copySeconds(city.home().resolve("copy.tsv"));
        Copy copy = new Copy(copySeconds, cpu().since(idle).of("postgres-departments"));
        city.terminal().begins("首批装载 · first load of " + rows + " rows, 1 % of them changing meanwhile");
        return load(table, source, copy);
    }

    private List<Metric> load(BulkTable table, BulkSource source, Copy copy) throws Exception {
        Spent before = spent();
        long began = System.nanoTime();
        LaneWatch watch = new LaneWatch(city, source.resource());
        BulkChanges changes = new BulkChanges(city, table, Math.max(1, rows / ONE_IN), watch.progress(rows));
        CompletableFuture<Void> writing = changes.start();
        source.serve();
        LoadView view = source.awaitLoaded();
        double sentSeconds = seconds(began);
        writing.join();
        LaneWatch.Lane lane = watch.await(view.rows() + changes.changedAfter(view));
        double takenSeconds = seconds(began);
        StageCpu taken = cpu().since(before.cpu());
        JsonNode compared = reconciler.compare(source.resource(), department, BulkTable.NAME, lane.sequence());
        double wall = seconds(began);
        Spent after = spent();

        List<Metric> metrics =
                new ArrayList<>(rates(view.rows(), wall, after.cpu().since(before.cpu()), copy));
        metrics.add(new Metric("sent_seconds", sentSeconds, "s"));
        metrics.add(new Metric("taken_in_seconds", takenSeconds, "s"));
        metrics.add(
                new Metric("commit_wait_seconds", compared.path("commitSeconds").asDouble(), "s"));
        metrics.add(
                new Metric("reconcile_seconds", compared.path("compareSeconds").asDouble(), "s"));
        metrics.addAll(found(compared.path("result")));
        metrics.add(new Metric("changes_during_load", changes.changed(), "rows"));
        metrics.add(new Metric("changes_after_snapshot", changes.changedAfter(view), "rows"));
        metrics.add(new Metric("rows_set_aside", lane.bad(), "rows"));
        metrics.add(new Metric("cpu_seconds_until_taken_in", taken.total(), "s"));
        metrics.addAll(costs(before, after, view.rows()));
        metrics.add(new Metric("rows_proved", proved(source.resource(), lane.sequence()), "of " + PROOFS));
        return metrics;
    }

    private static List<Metric> rates(long loaded, double wall, StageCpu spent, Copy copy) {
        return List.of(
                new Metric("rows_per_second", loaded / wall, "rows/s"),
                new Metric("rows_per_cpu_second", loaded / spent.total(), "rows/s"),
                new Metric("rows", loaded, "rows"),
                new Metric("wall_seconds", wall, "s"),
                new Metric("copy_seconds", copy.wall(), "s"),
                new Metric("copy_cpu_seconds", copy.cpu(), "s"),
                new Metric("copy_ratio", wall / copy.wall(), "x"),
                new Metric("copy_cpu_ratio", spent.total() / copy.cpu(), "x"));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private StageCpu cpu() {
        return StageCpu.now(city, Map.of("reconcile", reconciler.program()));
    }

    private List<Metric> found(JsonNode result) {
        boolean same = result.path("sourceChecksum")
                .asText()
                .equals(result.path("poolChecksum").asText());
        city.terminal()
                .line("  校验和 · checksum of the source "
                        + result.path("sourceChecksum").asText() + ", of the pool "
                        + result.path("poolChecksum").asText());
        return List.of(
                new Metric("source_rows", result.path("sourceRows").asLong(), "rows"),
                new Metric("pool_rows", result.path("poolRows").asLong(), "rows"),
                new Metric("checksums_equal", same ? 1 : 0, "1 = yes"),
                new Metric("rows_lost", result.path("lost").asLong(), "rows"),
                new Metric("rows_duplicated", result.path("surplus").asLong(), "rows"));
    }

    /** Processor time so far: of each process, of the threads of those through which every row goes, of the machine. */
    private record Spent(StageCpu cpu, Map<String, ThreadCpu> threads, double machine) {}

    private Spent spent() {
        return new Spent(cpu(), threads(), CpuMeter.machineSeconds());
    }

    /** The launcher is in: it makes the changes. */
    private static List<Metric> costs(Spent before, Spent after, long loaded) {
        StageCpu spent = after.cpu().since(before.cpu());
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("cpu_seconds", spent.total(), "s"));
        double others = after.machine() - before.machine() - spent.total();
        metrics.add(new Metric("cpu_other_programs_seconds", Math.max(0, others), "s"));
        spent.seconds().entrySet().stream()
                .filter(process -> process.getValue() >= 0.05)
                .sorted(Map.Entry.comparingByKey())
                .forEach(process -> metrics.add(
                        new Metric("cpu_" + process.getKey().replace('-', '_') + "_seconds", process.getValue(), "s")));
        after.threads().forEach((process, now) -> {
            ThreadCpu stages = now.since(before.threads().getOrDefault(process, new ThreadCpu(Map.of())));
            new TreeMap<>(stages.seconds())
                    .forEach((stage, seconds) -> metrics.add(new Metric(
                            "stage_" + process + "_" + stage + "_us", seconds * MICROS / loaded, "CPU µs a row")));
        });
        return metrics;
    }

    /** Threads of the processes through which every row goes. */
    private Map<String, ThreadCpu> threads() {
        Map<String, ThreadCpu> threads = new TreeMap<>();
        for (Child child : city.supervisor().children()) {
            String name = child.spec().name();
            if (name.equals("engines") || name.equals(city.gateways().getFirst())) {
                threads.put(name.startsWith("gateway") ? "gateway" : name, ThreadCpu.of(child.runningProcess()));
            }
        }
        return threads;
    }

    /** Takes the proofs of rows anywhere in the lane and verifies each with the department's key alone. */
    private int proved(String resource, long sequences) throws Exception {
        Machine machine = new Machine(city.config());
        String key = key(machine);
        Random random = new Random(rows);
        int good = 0;
        for (int i = 0; i < PROOFS; i++) {
            long sequence = i == 0 ? sequences : 1 + random.nextLong(sequences);
            Answer proof = machine.ask("/api/exchange/proofs/" + resource + "/0/" + sequence + "/0");
            if (proof.isRefused()) {
                throw new DoorFailure("no proof of " + resource + " " + sequence + ": " + proof.text());
            }
            ProofVerifier.verify(proof.text().getBytes(StandardCharsets.UTF_8), key);
            good++;
        }
        city.terminal().done("存证核验 · proofs verified: " + good, Duration.ZERO);
        return good;
    }

    private String key(Machine machine) {
        JsonNode keys = machine.get("/api/exchange/node-keys");
        for (JsonNode key : keys.isArray() ? keys : keys.path("rows")) {
            if (key.path("node").asText().startsWith(department + "@")) {
                return key.path("publicKeyHex").asText();
            }
        }
        throw new DoorFailure("the platform does not know the key of " + department);
    }

    /** One line for the eye. */
    static void tell(Terminal terminal, String what, List<Metric> metrics) {
        terminal.line(what);
        metrics.forEach(metric -> terminal.line("    " + metric));
    }
}
