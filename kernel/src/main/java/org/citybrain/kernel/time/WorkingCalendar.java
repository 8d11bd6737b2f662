package org.citybrain.kernel.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Working days with public holidays and moved working days (调休), as the State Council announces them year by year.
 * Years without an announcement know weekends only; {@link #isAnnounced} tells.
 */
public final class WorkingCalendar {
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> movedWorkingDays;
    private final Set<Integer> announcedYears;

    private WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> movedWorkingDays) {
        this.holidays = Set.copyOf(holidays);
        this.movedWorkingDays = Set.copyOf(movedWorkingDays);
        this.announcedYears = holidays.stream().map(LocalDate::getYear).collect(java.util.stream.Collectors.toSet());
    }

    /** The national calendar shipped with the kernel ({@code calendar-cn.csv}: off or work, first day, last day). */
    public static WorkingCalendar national() {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> moved = new HashSet<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("calendar-cn.csv")),
                StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(",");
                        LocalDate last = LocalDate.parse(parts[2]);
                        Set<LocalDate> days = parts[0].equals("off") ? holidays : moved;
                        for (LocalDate day = LocalDate.parse(parts[1]); !day.isAfter(last); day = day.plusDays(1)) {
                            days.add(day);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkingCalendar(holidays, moved);
    }

    /** Whether offices work on the day. */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return movedWorkingDays.contains(day) || !weekend && !holidays.contains(day);
    }

    /** Whether the year's holidays have been announced and are known here. */
    public boolean isAnnounced(int year) {
        return announcedYears.contains(year);
    }

    /** The day on which the n-th working day after the given day falls. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int days = 0;
        for (LocalDate at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
            if (isWorkingDay(at)) {
                days++;
            }
        }
        return days;
    }
}
