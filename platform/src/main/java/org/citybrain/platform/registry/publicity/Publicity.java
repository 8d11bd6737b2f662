package org.citybrain.platform.registry.publicity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.CreditStanding.Severity;
import org.jspecify.annotations.Nullable;

/** The declared periods of publicity, applied to records. */
public final class Publicity {
    private static final int DAY = 10;
    private final List<PublicityRule> rules;

    /** Rules in any order. */
    public Publicity(List<PublicityRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rule in force on a day: the latest that has begun; null when none has. */
    private @Nullable PublicityRule rule(LocalDate today) {
        return rules.stream()
                .filter(rule -> rule.from().compareTo(today.toString()) <= 0)
                .max(Comparator.comparing(PublicityRule::from))
                .orElse(null);
    }

    /** What a record says of its subject, by the rules of a day. */
    public CreditStanding standing(
            CreditType type, Map<String, @Nullable String> fields, @Nullable String from, LocalDate today) {
        Severity severity = type.severityOf(fields);
        PublicityRule rule = rule(today);
        PublicityRule.Period period =
                rule == null || severity == null ? null : rule.periods().get(severity);
        LocalDate decided = period == null ? null : day(from);
        return new CreditStanding(
                type.kind(),
                severity,
                decided == null || period == null
                        ? null
                        : decided.plusMonths(period.shortest()).toString(),
                decided == null || period == null
                        ? null
                        : decided.plusMonths(period.longest()).toString(),
                type.done() != null && day(fields.get(type.done())) != null,
                type.repair(),
                rule == null || period == null ? "" : rule.from(),
                type.law());
    }

    /** Months of the longest publicity by the word in the type's column; under an empty word where all are alike. */
    public Map<String, Integer> longest(CreditType type, LocalDate today) {
        PublicityRule rule = rule(today);
        Map<String, Integer> longest = new LinkedHashMap<>();
        if (rule != null) {
            words(type).forEach((word, severity) -> {
                PublicityRule.Period period = rule.periods().get(severity);
                if (period != null) {
                    longest.put(word, period.longest());
                }
            });
        }
        return longest;
    }

    private static Map<String, Severity> words(CreditType type) {
        return type.by() == null
                ? Map.of("", Objects.requireNonNull(type.severity()))
                : Objects.requireNonNullElse(type.severities(), Map.of());
    }

    /** A day, also at the beginning of a longer text; null when it is none. */
    public static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.length() < DAY) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
