package org.citybrain.gateway.binlog;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Prints dates and times of the binlog, those that are in no calendar too. */
final class LoggedTime {
    private static final int TIME_ZERO = 0x800000;

    private LoggedTime() {}

    static String date(ByteBuffer in) {
        long packed = LogBytes.integer(in, 3);
        return day(packed >> 9, packed >> 5 & 15, packed & 31);
    }

    static String year(ByteBuffer in) {
        int since = in.get() & 0xff;
        return since == 0 ? "0000" : Integer.toString(1900 + since);
    }

    static String datetime(ByteBuffer in, int parts) {
        long packed = LogBytes.highFirst(in, 5);
        String fraction = fraction(in, parts);
        long days = packed >> 17 & 0x3fffff;
        long months = days >> 5;
        return day(months / 13, months % 13, days & 31) + " " + clock(packed >> 12 & 31, packed) + fraction;
    }

    /** As a session at UTC prints it, with the offset: the first load asks in such a session. */
    static String timestamp(ByteBuffer in, int parts) {
        long seconds = LogBytes.highFirst(in, 4);
        String fraction = fraction(in, parts);
        if (seconds == 0 && fraction.chars().noneMatch(c -> c > '0')) {
            return "0000-00-00 00:00:00" + fraction;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return day(time.getYear(), time.getMonthValue(), time.getDayOfMonth()) + " "
                + String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond())
                + fraction + "+00";
    }

    // an hour count of up to 838 with a sign, its fraction part of the same number
    static String time(ByteBuffer in, int parts) {
        int bytes = (parts + 1) / 2;
        long packed = LogBytes.highFirst(in, 3 + bytes) - ((long) TIME_ZERO << 8 * bytes);
        long size = Math.abs(packed);
        long whole = size >> 8 * bytes;
        String fraction = digits(size & (1L << 8 * bytes) - 1, parts);
        return (packed < 0 ? "-" : "") + clock(whole >> 12 & 0x3ff, whole) + fraction;
    }

    private static String day(long year, long month, long day) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    private static String clock(long hours, long packed) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", hours, packed >> 6 & 63, packed & 63);
    }

    private static String fraction(ByteBuffer in, int parts) {
        return digits(LogBytes.highFirst(in, (parts + 1) / 2), parts);
    }

    // two digits are kept in each byte
    private static String digits(long number, int parts) {
        if (parts == 0) {
            return "";
        }
        int kept = (parts + 1) / 2 * 2;
        return "." + String.format(Locale.ROOT, "%0" + kept + "d", number).substring(0, parts);
    }
}
