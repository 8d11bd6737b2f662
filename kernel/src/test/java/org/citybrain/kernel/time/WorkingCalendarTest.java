package org.citybrain.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.national();

    @Test
    void countsOverAHolidayWithMovedDays() {
        LocalDate lastDayBefore = LocalDate.of(2026, 9, 30);
        assertThat(calendar.plusWorkingDays(lastDayBefore, 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.plusWorkingDays(lastDayBefore, 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(calendar.workingDaysBetween(lastDayBefore, LocalDate.of(2026, 10, 12)))
                .isEqualTo(4);
    }

    @Test
    void countsBackwardsAsNegative() {
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 23)))
                .isEqualTo(-1);
    }

    @Test
    void tellsWhichYearsAreAnnounced() {
        assertThat(calendar.isAnnounced(2026)).isTrue();
        assertThat(calendar.isAnnounced(2030)).isFalse();
    }
}
