package org.citybrain.samplecity.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.citybrain.kernel.code.IdentityNumber;

/**
 * Issues identity numbers in the order of asking, each once. Area code 360999 does not exist, so no number can be a
 * real person's (domain.md §3.1). About 500 numbers a day and sex: enough for a city of ten million.
 */
public final class IdentityIssuer {
    /** The area code of every invented person. */
    public static final String AREA = "360999";

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int ORDERS = 499;
    private final short[][] next = new short[2][80_000];

    /** A person's number and the birth date it holds, which moves on by days when a day's numbers are used up. */
    public record Issued(String number, LocalDate birthDate) {}

    /** The next free number of the date and sex. */
    public Issued issue(LocalDate wished, boolean male) {
        short[] used = next[male ? 1 : 0];
        int day = (int) ChronoUnit.DAYS.between(FIRST, wished);
        while (used[day] >= ORDERS) {
            day--;
        }
        int order = used[day]++ * 2 + (male ? 1 : 2);
        LocalDate date = FIRST.plusDays(day);
        return new Issued(number(date, order), date);
    }

    /** Says that the orders of this date up to this one are used, as found in a database. */
    public void skipTo(LocalDate date, boolean male, int order) {
        int day = (int) ChronoUnit.DAYS.between(FIRST, date);
        short[] used = next[male ? 1 : 0];
        used[day] = (short) Math.max(used[day], (order + 1) / 2);
    }

    /** The number of a date and order (1–999; odd for men). */
    public static String number(LocalDate birthDate, int order) {
        String digits = AREA
                + String.valueOf(
                        birthDate.getYear() * 10_000 + birthDate.getMonthValue() * 100 + birthDate.getDayOfMonth())
                + String.valueOf(1000 + order).substring(1);
        return digits + IdentityNumber.checkOf(digits);
    }
}
