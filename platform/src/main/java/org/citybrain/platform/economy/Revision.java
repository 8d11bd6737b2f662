package org.citybrain.platform.economy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of a closed month's value.
 *
 * @param before as it was told until then
 * @param rows how many rows the new value is computed from
 * @param knownAt machine time
 * @param cityDay the city's day
 */
public record Revision(
        String period, BigDecimal before, BigDecimal after, long rows, Instant knownAt, LocalDate cityDay) {}
