package org.citybrain.gateway.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citybrain.kernel.code.DataElement;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Guesses data elements from sampled values; a guess is proposed, never applied unseen. */
final class ElementGuesses {
    private static final List<DataElement> CHECKED =
            List.of(DataElement.IDENTITY_NUMBER, DataElement.CREDIT_CODE, DataElement.PHONE);
    private static final double ENOUGH = 0.5;
    private static final int FEWEST = 3;

    private ElementGuesses() {}

    /** Guesses for the fields of a table. */
    static List<Proposal.Guess> of(List<FieldSpec> fields, List<? extends List<@Nullable String>> sample) {
        List<Proposal.Guess> guesses = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int column = i;
            List<String> values = new ArrayList<>();
            for (List<@Nullable String> row : sample) {
                String value = row.get(column);
                if (value != null && !value.isBlank()) {
                    values.add(value.strip());
                }
            }
            guess(fields.get(i), values).ifPresent(guesses::add);
        }
        return guesses;
    }

    private static Optional<Proposal.Guess> guess(FieldSpec field, List<String> values) {
        if (values.size() < FEWEST || field.type() != FieldType.TEXT && field.type() != FieldType.INTEGER) {
            return Optional.empty();
        }
        Proposal.Guess best = null;
        for (DataElement element : CHECKED) {
            double rate = rate(values, element);
            if (rate >= ENOUGH && (best == null || rate > best.hitRate())) {
                best = new Proposal.Guess(field.name(), element.slug(), rate, values.size());
            }
        }
        return Optional.ofNullable(best).or(() -> byName(field, values));
    }

    private static double rate(List<String> values, DataElement element) {
        long hits = values.stream()
                .filter(value -> element.problemOf(element.standardise(value)).isEmpty())
                .count();
        return (double) hits / values.size();
    }

    // names and village codes have no check digit: the column's name must say it too
    private static Optional<Proposal.Guess> byName(FieldSpec field, List<String> values) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (name.matches(".*(region|village|xzqh|区划|行政村).*")) {
            return above(field, DataElement.VILLAGE_CODE, rate(values, DataElement.VILLAGE_CODE), values.size());
        }
        if (name.matches(".*(姓名|xm|person_name|^name$).*|name")) {
            long chinese = values.stream()
                    .filter(value -> value.matches("\\p{IsHan}{2,4}(·\\p{IsHan}{1,8})?"))
                    .count();
            return above(field, DataElement.PERSON_NAME, (double) chinese / values.size(), values.size());
        }
        return Optional.empty();
    }

    private static Optional<Proposal.Guess> above(FieldSpec field, DataElement element, double rate, int sampled) {
        return rate < 0.9
                ? Optional.empty()
                : Optional.of(new Proposal.Guess(field.name(), element.slug(), rate, sampled));
    }
}
