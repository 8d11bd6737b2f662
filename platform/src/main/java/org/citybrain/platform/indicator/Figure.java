package org.citybrain.platform.indicator;

import java.time.Instant;

/**
 * A number as a page shows it (seam 16).
 *
 * @param value the number, as text where cents matter
 * @param unit unit slug: rows, cases, cny, percent, seconds
 * @param source id that {@link SourceProvider} opens
 * @param asOf when the value was true, machine time
 */
public record Figure(Object value, String unit, String source, Instant asOf) {
    public Figure {
        if (source.isBlank()) {
            throw new IllegalArgumentException("no number without its source");
        }
    }
}
