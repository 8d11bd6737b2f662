package org.citybrain.decisions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates in facts: ISO text, a time of day after them is ignored. */
final class Dates {
    private static final int ISO_LENGTH = 10;

    private Dates() {}

    static Optional<LocalDate> read(@Nullable String text) {
        if (text == null || text.length() < ISO_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, ISO_LENGTH)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
