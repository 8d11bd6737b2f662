package org.citybrain.platform.process;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A period the law gives or demands, with the dated parameter that names it.
 *
 * @param kind CALENDAR_DAYS or WORKING_DAYS
 * @param fromDate the day since which the parameter's value holds
 */
public record LegalClock(
        String stage,
        Instant started,
        Instant due,
        int amount,
        String kind,
        String parameter,
        LocalDate fromDate,
        String basis) {}
