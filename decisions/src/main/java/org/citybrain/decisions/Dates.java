package org.citybrain.decisions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates in facts: ISO text, a time of day after them is ignored. */
final class Dates {
    private static final int ISO_LENGTH = 10;
    private static final int MONTH = 5;
    private static final int DAY = 8;

    private Dates() {}

    static Optional<LocalDate> read(@Nullable String text) {
        if (text == null
                || text.length() < ISO_LENGTH
                || text.charAt(MONTH - 1) != '-'
                || text.charAt(DAY - 1) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, MONTH - 1);
        int month = number(text, MONTH, DAY - 1);
        int day = number(text, DAY, ISO_LENGTH);
        try {
            return year < 0 || month < 0 || day < 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** The digits as a number; -1 when one of them is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
