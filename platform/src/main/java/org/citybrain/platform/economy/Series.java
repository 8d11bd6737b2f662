package org.citybrain.platform.economy;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.indicator.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A series of figures.
 *
 * @param caliber what is counted, and what is not
 * @param resource the department's resource that it is computed from
 * @param points oldest first
 */
public record Series(
        String code, Bilingual title, Bilingual unit, Bilingual caliber, String resource, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /**
     * A period's value.
     *
     * @param period {@code 2026-09} or {@code 2026Q3}
     * @param yearOnYear change against the same period of the year before, per cent; null when that has no value
     * @param periodOnPeriod change against the period before, per cent; null when that has no value
     * @param revised how often the value was changed after it was first told
     * @param open whether the period is not over yet, so that the value is still growing
     */
    public record Point(
            String period,
            Figure figure,
            @Nullable Figure yearOnYear,
            @Nullable Figure periodOnPeriod,
            int revised,
            boolean open) {}
}
