package org.citybrain.launcher.bench;

import java.util.Locale;

/** One measured figure. */
public record Metric(String name, double value, String unit) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.3f %s", name, value, unit);
    }
}
