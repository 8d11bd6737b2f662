package org.citybrain.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.supervise.Child;
import org.citybrain.launcher.supervise.Pause;

/** The same rows over a number of tables through the one intake job, until they are committed in the pool. */
record ResourcesBench(City city, String department, int tables, int rows) {

    /** The same batches whatever the number of tables, so that only their number differs. */
    private static final int BATCHES = 2_000;

    /** So many that their end counts as the end of a flood, which is committed without waiting for the clock. */
    private static final int FIRST_ROWS = 10_000;

    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** Longer than intake keeps a writer that has nothing to do: three checkpoints. */
    private static final Duration SETTLING = Duration.ofSeconds(35);

    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KIB_PER_MIB = 1024.0;

    /** A round that only warms the programs. */
    List<Metric> warmUp() throws Exception {
        List<Metric> metrics = new ArrayList<>();
        load(metrics, "_warming");
        return metrics;
    }

    static String suffix(int tables) {
        return "_" + tables + "_tables";
    }

    List<Metric> run() throws Exception {
        String suffix = suffix(tables);
        List<Metric> metrics = new ArrayList<>();
        load(metrics, suffix);
        Pause.of(SETTLING);
        StageCpu before = StageCpu.now(city, Map.of());
        Pause.of(IDLE);
        double idle = StageCpu.now(city, Map.of()).since(before).of("engines") / IDLE.toSeconds();
        metrics.add(new Metric("idle_engines_cpu_share" + suffix, idle, "of one core"));
        ProcessHandle engines = engines();
        metrics.add(new Metric("engines_heap_after_gc" + suffix + "_mib", heapMebibytes(engines), "MiB"));
        Footprint footprint = Footprint.of(engines, Map.of());
        metrics.add(new Metric("engines_pss" + suffix + "_mib", footprint.total(), "MiB"));
        return metrics;
    }

    private void load(List<Metric> metrics, String suffix) throws Exception {
        city.terminal().begins(tables + " 个资源 · registering " + tables + " tables");
        try (ManyTables many = new ManyTables(city, department, tables)) {
            long began = System.nanoTime();
            many.send(tables, Math.max(1, FIRST_ROWS / tables));
            awaitCommitted(many);
            metrics.add(new Metric("first_touch_seconds" + suffix, seconds(began), "s"));

            city.terminal().begins(rows + " 行 · rows over " + tables + " tables");
            StageCpu before = StageCpu.now(city, Map.of());
            began = System.nanoTime();
            many.send(BATCHES, Math.max(1, rows / BATCHES));
            awaitCommitted(many);
            double wall = seconds(began);
            StageCpu spent = StageCpu.now(city, Map.of()).since(before);
            double sent = (double) BATCHES * Math.max(1, rows / BATCHES);
            metrics.add(new Metric("rows_per_second" + suffix, sent / wall, "rows/s"));
            metrics.add(new Metric("cpu_seconds" + suffix, spent.total(), "s"));
            metrics.add(new Metric("cpu_engines_seconds" + suffix, spent.of("engines"), "s"));
            metrics.add(new Metric("rows_per_engines_cpu_second" + suffix, sent / spent.of("engines"), "rows/s"));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private ProcessHandle engines() {
        return city.supervisor().children().stream()
                .filter(child -> child.spec().name().equals("engines"))
                .findFirst()
                .map(Child::runningProcess)
                .orElseThrow(() -> new DoorFailure("the engines do not run"));
    }

    /** Waits until the newest commit of every table holds its last batch. */
    private void awaitCommitted(ManyTables many) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        Path pool = Path.of(city.config().get("pool.dir")).resolve(many.department() + ".db");
        for (int table = 0; table < many.tables(); table++) {
            Path snapshots = pool.resolve(many.name(table) + "__batches").resolve("snapshot");
            while (position(snapshots) < many.batchesOf(table)) {
                if (System.nanoTime() > end) {
                    throw new DoorFailure("the pool did not commit " + many.department() + "." + many.name(table)
                            + " in time; see exchange.lane and log/engines.log");
                }
                Pause.of(BETWEEN);
            }
        }
    }

    private static long position(Path snapshots) throws IOException {
        try {
            String newest = Files.readString(snapshots.resolve("LATEST")).strip();
            JsonNode snapshot = JSON.readTree(Files.readAllBytes(snapshots.resolve("snapshot-" + newest)));
            return snapshot.path("properties").path("lane.0").asLong(0);
        } catch (java.nio.file.NoSuchFileException notYet) {
            return 0;
        }
    }

    private static double heapMebibytes(ProcessHandle process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        Matcher used = USED.matcher(jcmd(process, "GC.heap_info"));
        long kibibytes = 0;
        // young and old generation; the third line is metaspace
        for (int i = 0; i < 2 && used.find(); i++) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes / KIB_PER_MIB;
    }

    private static String jcmd(ProcessHandle process, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return text;
    }
}
