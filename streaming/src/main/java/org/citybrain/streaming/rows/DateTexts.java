package org.citybrain.streaming.rows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and times as sources print them; a date that is not in the calendar is refused, never moved. */
public final class DateTexts {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final Pattern OTHER_DATE =
            Pattern.compile("(\\d{4})(?:年|/|\\.)(\\d{1,2})(?:月|/|\\.)(\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd")
            .appendPattern("[' ']['T']")
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(TIMESTAMP)
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private DateTexts() {}

    /**
     * A date as 2026-01-31, 20260131, 2026/1/31, 2026.1.31 or 2026年1月31日.
     *
     * @throws DateTimeException when it is none of these or not in the calendar
     */
    public static LocalDate date(String text) {
        if (text.length() == 10 && text.charAt(4) == '-') {
            return LocalDate.parse(text);
        }
        Matcher other = OTHER_DATE.matcher(text);
        if (!other.matches()) {
            throw new DateTimeException("Not a date");
        }
        int first = other.group(1) == null ? 4 : 1;
        return LocalDate.of(
                Integer.parseInt(other.group(first)),
                Integer.parseInt(other.group(first + 1)),
                Integer.parseInt(other.group(first + 2)));
    }

    /**
     * A time of day on a date, with or without an offset; with one, as the city's clock showed it.
     *
     * @throws DateTimeException when it is none
     */
    public static LocalDateTime timestamp(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay();
        }
        char last = text.charAt(text.length() - 1);
        boolean offset = last == 'Z' || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return offset
                ? OffsetDateTime.parse(text, WITH_OFFSET)
                        .atZoneSameInstant(CITY)
                        .toLocalDateTime()
                : LocalDateTime.parse(text, TIMESTAMP);
    }
}
