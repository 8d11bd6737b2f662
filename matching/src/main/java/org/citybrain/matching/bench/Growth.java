package org.citybrain.matching.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One point of a growth curve.
 *
 * @param records how many there were
 * @param cpu processor seconds
 * @param clusterF1 the quality
 */
record Growth(double records, double cpu, double clusterF1) {
    /** Residents whose records in twelve sources are about 0.2, 0.9, 3.5, 10 and 30 million. */
    static final List<Integer> SIZES = List.of(43_000, 193_000, 750_000, 2_140_000, 6_300_000);

    static Growth of(List<Metric> metrics) {
        return new Growth(value(metrics, "records"), value(metrics, "cpu_seconds"), value(metrics, "cluster_f1"));
    }

    private static double value(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElse(0);
    }

    /** By how much work grows from one point to the next when the records double, and what quality was lost. */
    static List<Metric> summary(List<Growth> curve) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 1; i < curve.size(); i++) {
            Growth small = curve.get(i - 1);
            Growth large = curve.get(i);
            double doublings = Math.log(large.records / small.records) / Math.log(2);
            String name = String.format("cpu_when_doubled_to_%.1f_million", large.records / 1e6);
            metrics.add(new Metric(name, Math.pow(large.cpu / small.cpu, 1 / doublings), "times"));
            name = String.format("cluster_f1_lost_at_%.1f_million", large.records / 1e6);
            metrics.add(new Metric(name, curve.getFirst().clusterF1 - large.clusterF1, "share"));
        }
        return metrics;
    }
}
