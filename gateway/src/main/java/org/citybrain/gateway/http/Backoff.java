package org.citybrain.gateway.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before asking again: twice as long each time, of that a random part, so that not all come at once. */
record Backoff(Duration first, Duration most, Clock clock, RandomGenerator random) {
    private static final int DOUBLINGS = 16;

    /** The wait before an attempt after the one that failed, the first being 1. */
    Duration pause(int attempt) {
        long full = Math.min(most.toMillis(), first.toMillis() << Math.min(attempt - 1, DOUBLINGS));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /** The wait that a {@code Retry-After} header asks for, in seconds or as a date; without one as {@link #pause}. */
    Duration after(@Nullable String header, int attempt) {
        if (header == null) {
            return pause(attempt);
        }
        try {
            Duration asked = header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            Duration bounded = asked.isNegative() ? Duration.ZERO : asked;
            // a quarter more at most, at random
            return bounded.plusMillis(random.nextLong(bounded.toMillis() / 4 + first.toMillis() / 2 + 1));
        } catch (DateTimeException e) {
            return pause(attempt);
        }
    }
}
