package org.citybrain.platform.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.citybrain.kernel.time.WorkingCalendar;

/** Counts days of the city's calendar. */
final class CityDays {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();

    private CityDays() {}

    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /**
     * The end of a period of so many days: the day on which it begins does not count, and it runs until the end of its
     * last day.
     */
    static Instant endOfPeriod(Instant begins, int days, boolean workingDays) {
        LocalDate first = day(begins);
        LocalDate last = workingDays ? CALENDAR.plusWorkingDays(first, days) : first.plusDays(days);
        return startOf(last.plusDays(1));
    }
}
