package org.citybrain.gateway.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as interfaces write them: {@code 2026-11-01 08:00:00}, with a T, with or without an offset. */
final class SourceTime {
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SourceTime() {}

    /** The time so much earlier, written the same way; what is no time stays as it is. */
    static String before(String time, Duration earlier) {
        boolean spaced = time.length() > 10 && time.charAt(10) == ' ';
        String iso = spaced ? time.substring(0, 10) + "T" + time.substring(11) : time;
        try {
            if (iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")) {
                return OffsetDateTime.parse(iso).minus(earlier).toString();
            }
            LocalDateTime moved = LocalDateTime.parse(iso).minus(earlier);
            return spaced ? moved.format(SPACED) : moved.toString();
        } catch (DateTimeException e) {
            return time;
        }
    }
}
