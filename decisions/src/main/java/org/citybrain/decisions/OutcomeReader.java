package org.citybrain.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citybrain.decisions.OutcomeLine.Result;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNResult;

/** Turns what a DMN model gave into an outcome; a model that gives another shape has failed. */
final class OutcomeReader {
    private static final Bilingual NOTHING = new Bilingual("", "");

    private final DMNResult result;
    private final List<String> problems = new ArrayList<>();

    OutcomeReader(DMNResult result) {
        this.result = result;
    }

    Outcome read() {
        Object outcome = Decisions.valueOf(result, CompiledRule.OUTCOME);
        if (!(outcome instanceof String word)) {
            return Outcome.failed(List.of("decision outcome is not a text: " + outcome));
        }
        List<OutcomeLine> lines = lines(Decisions.valueOf(result, CompiledRule.LINES));
        Bilingual sentence = words(Decisions.valueOf(result, CompiledRule.SENTENCE));
        Map<String, String> values = new LinkedHashMap<>();
        fields(Decisions.valueOf(result, CompiledRule.VALUES)).forEach((name, value) -> {
            if (value != null) {
                values.put(name, PlainText.of(value));
            }
        });
        if (sentence.zh().isBlank() || sentence.en().isBlank()) {
            problems.add("decision sentence lacks zh or en");
        }
        return problems.isEmpty() ? new Outcome(word, lines, sentence, values, List.of()) : Outcome.failed(problems);
    }

    private List<OutcomeLine> lines(Object given) {
        List<OutcomeLine> lines = new ArrayList<>();
        if (!(given instanceof List<?> list)) {
            problems.add("decision lines is not a list");
            return lines;
        }
        for (Object each : list) {
            lines.add(line(fields(each)));
        }
        return lines;
    }

    private OutcomeLine line(Map<String, @Nullable Object> fields) {
        Bilingual label = words(fields.get("label"));
        if (label.zh().isBlank() || label.en().isBlank()) {
            problems.add("a line lacks its label in zh or en");
        }
        return new OutcomeLine(
                label,
                PlainText.of(fields.get("value")),
                fields.get("line") == null ? "" : PlainText.of(fields.get("line")),
                Objects.toString(fields.get("unit"), ""),
                result(fields.get("result")),
                names(fields.get("inputs")),
                Optional.ofNullable(fields.get("parameter")).map(String::valueOf),
                words(fields.get("mend")));
    }

    private Result result(@Nullable Object given) {
        for (Result each : Result.values()) {
            if (each.name().equals(given)) {
                return each;
            }
        }
        problems.add("a line's result is " + given + ", not PASS, FAIL or CANNOT_TELL");
        return Result.CANNOT_TELL;
    }

    private static List<String> names(@Nullable Object given) {
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Bilingual words(@Nullable Object given) {
        Map<String, @Nullable Object> fields = fields(given);
        return fields.isEmpty()
                ? NOTHING
                : new Bilingual(Objects.toString(fields.get("zh"), ""), Objects.toString(fields.get("en"), ""));
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object given) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
        return fields;
    }
}
