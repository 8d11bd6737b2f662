package org.citybrain.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;

/**
 * A rule asked about a subject.
 *
 * @param period a calendar year such as {@code 2026}
 * @param cityDay today in city time; for a replay, the past day
 * @param answers form id → the latest answers given in that form for the case
 */
public record Question(Subject subject, String period, LocalDate cityDay, Map<String, JsonNode> answers) {
    public Question {
        if (!period.matches("\\d{4}")) {
            throw new IllegalArgumentException("A period is a year of four digits, not \"" + period + "\"");
        }
        answers = Map.copyOf(answers);
    }

    public static Question of(Subject subject, String period, LocalDate cityDay) {
        return new Question(subject, period, cityDay, Map.of());
    }

    int year() {
        return Integer.parseInt(period);
    }
}
