package org.citybrain.decisions;

import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;

/**
 * What a rule decided.
 *
 * @param outcome the DMN's word, e.g. {@code LISTED}; {@link #FAILED} when the model could not be evaluated: then nothing
 *     may be raised, withdrawn or paid on it
 * @param values further values the DMN worked out (decision {@code values}), e.g. an amount; as plain text
 * @param problems what the engine said when it failed
 */
public record Outcome(
        String outcome,
        List<OutcomeLine> lines,
        Bilingual sentence,
        Map<String, String> values,
        List<String> problems) {
    public static final String FAILED = "FAILED";

    public Outcome {
        lines = List.copyOf(lines);
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    static Outcome failed(List<String> problems) {
        return new Outcome(
                FAILED,
                List.of(),
                new Bilingual("规则无法计算，未作决定。", "The rule could not be evaluated; nothing was decided."),
                Map.of(),
                problems);
    }

    public boolean isFailed() {
        return outcome.equals(FAILED);
    }
}
