package org.citybrain.decisions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.citybrain.sceneformat.InputSpec.Condition;
import org.citybrain.sceneformat.InputSpec.Operand;
import org.jspecify.annotations.Nullable;

/** Holds rows against the conditions of an input. A field that cannot be compared does not fulfil a condition. */
final class ConditionTester {
    private final Question question;

    ConditionTester(Question question) {
        this.question = question;
    }

    boolean holds(List<Condition> conditions, FactRow row) {
        return conditions.stream().allMatch(condition -> holds(condition, row.field(condition.field())));
    }

    private boolean holds(Condition condition, @Nullable String field) {
        if (field == null) {
            return condition.orEmpty();
        }
        String value = condition.year() ? yearOf(field) : field;
        return switch (condition.test()) {
            case EMPTY -> false;
            case IN -> condition.operands().stream().anyMatch(operand -> compare(value, operand) == 0);
            case FROM -> compareFirst(value, condition) >= 0;
            case AFTER -> compareFirst(value, condition) > 0;
            case UNTIL -> compareFirst(value, condition) <= 0;
            case BEFORE -> compareFirst(value, condition) < 0;
            case STARTS_WITH -> value.startsWith(text(condition.operands().getFirst()));
        };
    }

    private int compareFirst(String value, Condition condition) {
        return compare(value, condition.operands().getFirst());
    }

    /** Numbers by amount, everything else (ISO dates included) by text. */
    private int compare(String value, Operand operand) {
        String other = text(operand);
        if (value.equals(other)) {
            return 0;
        }
        Optional<BigDecimal> left = Numbers.read(value);
        Optional<BigDecimal> right = Numbers.read(other);
        return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : value.compareTo(other);
    }

    private String text(Operand operand) {
        if (!operand.word()) {
            return operand.text();
        }
        return switch (operand.text()) {
            case "period" -> question.period();
            case "period-1" -> String.valueOf(question.year() - 1);
            case "period-start" -> question.period() + "-01-01";
            case "period-end" -> question.period() + "-12-31";
            default -> question.cityDay().toString();
        };
    }

    private static String yearOf(String date) {
        return Dates.read(date).map(day -> String.valueOf(day.getYear())).orElse("");
    }
}
