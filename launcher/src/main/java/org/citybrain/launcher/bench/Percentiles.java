package org.citybrain.launcher.bench;

import java.util.List;

/** Percentiles by the nearest rank: the value that at least that share of all values does not exceed. */
record Percentiles(List<Double> sorted) {

    static Percentiles of(List<Double> values) {
        return new Percentiles(values.stream().sorted().toList());
    }

    double at(double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
