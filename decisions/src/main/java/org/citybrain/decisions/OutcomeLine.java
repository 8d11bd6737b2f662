package org.citybrain.decisions;

import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;

/**
 * One line of a decision as people read it: what was held against what.
 *
 * @param value what was found; {@code line}: what it is held against; both plain text, {@code ?} = cannot tell
 * @param inputs names of the inputs the line rests on
 * @param parameter name of the parameter it rests on (see {@link Inputs#parameters()}); absent when none
 * @param mend what would change the result or who can supply what is missing; empty when nothing
 */
public record OutcomeLine(
        Bilingual label,
        String value,
        String line,
        String unit,
        Result result,
        List<String> inputs,
        Optional<String> parameter,
        Bilingual mend) {
    public OutcomeLine {
        inputs = List.copyOf(inputs);
    }

    /** How the line came out. */
    public enum Result {
        PASS,
        FAIL,
        CANNOT_TELL
    }
}
