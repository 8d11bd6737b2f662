package org.citybrain.streaming.rows;

import java.util.stream.LongStream;

/**
 * Reads values straight from their canonical bytes, in the one spelling in which the value gives the same text back; any
 * other spelling is {@link #OTHER}, and is read as text by {@link FieldRule}. Nothing is allocated.
 */
public final class PlainText {
    /** Not in the plain spelling. */
    public static final long OTHER = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 18;
    private static final int EXACT_DIGITS = 15;
    private static final long LEAST_WITH_EXPONENT = 10_000_000;
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(12).toArray();
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private PlainText() {}

    /** A whole number of at most 18 digits, without leading zeros. */
    public static long integer(byte[] bytes, int from, int length) {
        return decimal(bytes, from, length, 0);
    }

    /** A decimal with exactly that many digits after the point, without the point; at most 18 digits. */
    public static long decimal(byte[] bytes, int from, int length, int scale) {
        boolean negative = length > 0 && bytes[from] == '-';
        int at = negative ? from + 1 : from;
        int end = from + length;
        int point = scale == 0 ? end : end - scale - 1;
        if (point - at < 1 || end - at > MOST_DIGITS + 1 || bytes[at] == '0' && point - at > 1) {
            return OTHER;
        }
        long whole = digits(bytes, at, point);
        long fraction = 0;
        if (point < end) {
            if (bytes[point] != '.') {
                return OTHER;
            }
            fraction = digits(bytes, point + 1, end);
        }
        if (whole < 0 || fraction < 0 || end - at - (scale == 0 ? 0 : 1) > MOST_DIGITS) {
            return OTHER;
        }
        long value = whole;
        for (int i = 0; i < scale; i++) {
            value *= 10;
        }
        value += fraction;
        return negative ? value == 0 ? OTHER : -value : value;
    }

    /**
     * A binary floating point number written with a point and at most 15 digits, as {@link Double#toString(double)} writes it
     * without an exponent; not a number where it is written otherwise. Two such texts are never the same double, so the
     * double's shortest text is this one; and the quotient of two whole numbers below 2^53 is rounded as the text would be.
     */
    public static double binary(byte[] bytes, int from, int length) {
        int end = from + length;
        int point = end - 1;
        while (point > from && bytes[point] != '.') {
            point--;
        }
        int scale = end - point - 1;
        int start = length > 0 && bytes[from] == '-' ? from + 1 : from;
        boolean fits = scale >= 1 && scale < POWERS.length && end - start - 1 <= EXACT_DIGITS;
        if (!fits || bytes[end - 1] == '0' && scale > 1) {
            return Double.NaN;
        }
        long unscaled = decimal(bytes, start, end - start, scale);
        // toString uses an exponent below a thousandth and from ten million on; zero has two signs
        if (unscaled <= 0 || unscaled * 1_000 < POWERS[scale] || unscaled >= POWERS[scale] * LEAST_WITH_EXPONENT) {
            return Double.NaN;
        }
        double value = (double) unscaled / POWERS[scale];
        return start == from ? value : -value;
    }

    // below zero when there is something else among them
    private static long digits(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Days since 1970 of a date written 2026-01-31. */
    public static long date(byte[] bytes, int from, int length) {
        return length == DATE_LENGTH ? day(bytes, from) : OTHER;
    }

    private static long day(byte[] bytes, int from) {
        if (bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return OTHER;
        }
        long year = digits(bytes, from, from + 4);
        long month = digits(bytes, from + 5, from + 7);
        long day = digits(bytes, from + 8, from + 10);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOf((int) year, (int) month)) {
            return OTHER;
        }
        // days of whole years before it, from March on, so that the leap day is a year's last
        long y = month <= 2 ? year - 1 : year;
        long m = (month + 9) % 12;
        return y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1 - 719_468;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    /** Microseconds since 1970 of a time written 2026-01-31 23:59:59 or with 1 to 6 digits after a point, no last zero. */
    public static long timestamp(byte[] bytes, int from, int length) {
        if (length < SECONDS_LENGTH || length > SECONDS_LENGTH + 7 || length == SECONDS_LENGTH + 1) {
            return OTHER;
        }
        long day = day(bytes, from);
        long hour = digits(bytes, from + 11, from + 13);
        long minute = digits(bytes, from + 14, from + 16);
        long second = digits(bytes, from + 17, from + 19);
        boolean shaped = bytes[from + 10] == ' ' && bytes[from + 13] == ':' && bytes[from + 16] == ':';
        long micros = micros(bytes, from + SECONDS_LENGTH, length - SECONDS_LENGTH);
        if (day == OTHER
                || !shaped
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || micros < 0) {
            return OTHER;
        }
        return (((day * 24 + hour) * 60 + minute) * 60 + second) * MICROS_A_SECOND + micros;
    }

    private static long micros(byte[] bytes, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (bytes[from] != '.' || bytes[from + length - 1] == '0') {
            return -1;
        }
        long value = digits(bytes, from + 1, from + length);
        for (int i = length; i < 7; i++) {
            value *= 10;
        }
        return value;
    }

    /** Whether it is well-formed UTF-8 without NUL: ASCII, or sequences of the shortest form and no surrogates. */
    public static boolean isText(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end) {
            int first = bytes[at];
            if (first > 0) {
                at++;
            } else {
                int next = first == 0 ? OTHER_LENGTH : sequence(bytes, at, end);
                if (next == OTHER_LENGTH) {
                    return false;
                }
                at += next;
            }
        }
        return true;
    }

    /** Characters of well-formed UTF-8. */
    public static int characters(byte[] bytes, int from, int length) {
        int count = 0;
        for (int i = from; i < from + length; i++) {
            count += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static final int OTHER_LENGTH = 0;

    // length of the sequence, 0 when it is none
    private static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 || first > 0xf4 ? OTHER_LENGTH : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (length == OTHER_LENGTH || at + length > end) {
            return OTHER_LENGTH;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return OTHER_LENGTH;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean wrong = first == 0xe0 && second < 0xa0
                || first == 0xed && second > 0x9f
                || first == 0xf0 && second < 0x90
                || first == 0xf4 && second > 0x8f;
        return wrong ? OTHER_LENGTH : length;
    }
}
