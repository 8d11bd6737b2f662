package org.citybrain.matching.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.increment.IncrementalMatcher;
import org.citybrain.matching.measure.Quality;
import org.citybrain.matching.measure.QualityCounter;

/** Feeds the records of a batch one by one, in a random order, to the incremental matcher. */
final class IncrementalRun {
    private static final double MILLIS = 1e6;

    private IncrementalRun() {}

    static List<Metric> measure(Measured measured, long seed) {
        RecordStore store = measured.store();
        int[] order = shuffled(store.size(), seed);
        long[] nanos = new long[order.length];
        long[] work = new long[order.length];
        IncrementalMatcher matcher = new IncrementalMatcher(
                store, measured.model(), measured.result().thresholds());
        double cpu = Machine.cpuSeconds();
        for (int i = 0; i < order.length; i++) {
            long started = System.nanoTime();
            long worked = Machine.threadNanos();
            matcher.add(order[i]);
            work[i] = Machine.threadNanos() - worked;
            nanos[i] = System.nanoTime() - started;
        }
        double used = Machine.cpuSeconds() - cpu;
        Arrays.sort(nanos);
        Arrays.sort(work);
        int[] batch = measured.result().cluster();
        Quality agreement = new QualityCounter(store.size(), matcher::firstOf, record -> batch[record]).measure(0, 0);
        return List.of(
                new Metric("incremental_per_cpu_second", order.length / used, "records/s"),
                new Metric(
                        "incremental_per_thread_second",
                        order.length * 1e9 / Arrays.stream(work).sum(),
                        "records/s"),
                new Metric("incremental_p50", at(nanos, 0.50), "ms"),
                new Metric("incremental_p99", at(nanos, 0.99), "ms"),
                new Metric("incremental_p99_cpu", at(work, 0.99), "ms"),
                new Metric("incremental_max", at(nanos, 1), "ms"),
                new Metric("incremental_agreement", agreement.clusterF1(), "share"));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / MILLIS;
    }

    private static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
