package org.citybrain.launcher.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.door.Officer;
import org.citybrain.launcher.supervise.Pause;

/**
 * Persons asked for by id at a steady rate through the platform's interface, as an officer's page does: golden record put
 * together, read noted in the ledger and in the audit. A look-up's time runs from the moment it was due, so that one that waits
 * for another counts in full.
 */
record LookupBench(City city, MultipliedRegistry registry, boolean toBeFilled, int rate, int seconds) {

    private static final int WARM_SECONDS = 40;
    private static final int OK = 200;
    private static final long SEED = 42;
    private static final double MILLIS = 1e6;

    List<Metric> run() throws Exception {
        long began = System.nanoTime();
        MultipliedRegistry.Size size = toBeFilled ? registry.fill() : registry.standing();
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric("persons", size.persons(), "persons"),
                new Metric("records", size.records(), "records"),
                new Metric("facts", size.facts(), "rows"),
                new Metric("registry_mib", size.mebibytes(), "MiB")));
        if (toBeFilled) {
            metrics.add(new Metric("fill_seconds", (System.nanoTime() - began) / 1e9, "s"));
        }
        Officer officer = Officer.signIn(city.config(), "steward");
        ask(officer, registry.draw(rate * WARM_SECONDS, SEED), "预热 · warming up");
        double cpuBefore = new CpuMeter(city).seconds();
        Asked asked = ask(officer, registry.draw(rate * seconds, SEED + 1), "测量中 · measuring");
        double cpu = new CpuMeter(city).seconds() - cpuBefore;
        Percentiles millis = Percentiles.of(List.copyOf(asked.millis()));
        metrics.add(new Metric("lookups", asked.millis().size(), "lookups"));
        metrics.add(new Metric("lookups_failed", asked.failed().get(), "lookups"));
        metrics.add(new Metric("lookups_per_second", asked.millis().size() / asked.seconds(), "1/s"));
        metrics.add(new Metric("lookup_p50_ms", millis.at(0.5), "ms"));
        metrics.add(new Metric("lookup_p95_ms", millis.at(0.95), "ms"));
        metrics.add(new Metric("lookup_p99_ms", millis.at(0.99), "ms"));
        metrics.add(new Metric("lookup_max_ms", millis.at(1), "ms"));
        metrics.add(new Metric("cpu_ms_per_lookup", cpu * 1000 / asked.millis().size(), "ms"));
        return metrics;
    }

    /** What came back: the time of each look-up, and how many were not answered with the person. */
    private record Asked(Queue<Double> millis, AtomicInteger failed, double seconds) {}

    private Asked ask(Door door, List<String> persons, String saying) throws InterruptedException {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < persons.size(); i++) {
                long due = began + i * 1_000_000_000L / rate;
                if (i % (rate * 10) == 0) {
                    city.terminal().begins(saying + ", " + (persons.size() - i) / rate + " s left");
                }
                Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                String person = persons.get(i);
                threads.execute(() -> {
                    if (!answers(door, person)) {
                        failed.incrementAndGet();
                    }
                    millis.add((System.nanoTime() - due) / MILLIS);
                });
            }
        }
        return new Asked(millis, failed, (System.nanoTime() - began) / 1e9);
    }

    private static boolean answers(Door door, String person) {
        try {
            var answer = door.ask("/api/registry/persons/" + URLEncoder.encode(person, StandardCharsets.UTF_8)
                    + "?purpose=bench&legalBasis=bench");
            return answer.status() == OK && answer.get().at("/fields").size() > 0;
        } catch (DoorFailure unanswered) {
            return false;
        }
    }
}
