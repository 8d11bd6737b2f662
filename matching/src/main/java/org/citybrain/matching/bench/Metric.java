package org.citybrain.matching.bench;

import java.util.Locale;

/** One measured figure. */
record Metric(String name, double value, String unit) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.5f %s", name, value, unit);
    }
}
