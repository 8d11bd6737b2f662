package org.citybrain.kernel.finding;

import java.util.Map;
import org.citybrain.kernel.text.Bilingual;

/**
 * One thing that is wrong, where, and how to mend it.
 *
 * @param code stable number such as {@code IN-004}; the console and the reference are keyed by it
 * @param severity whether the row or file was set aside
 * @param place where: a file and line, or resource/lane/sequence/row
 * @param field the field or key concerned, empty when the whole row or file is meant
 * @param message what is wrong, with the values that matter (identity numbers masked)
 * @param advice what to do about it
 * @param args named values of the message, for translation and for machines
 */
public record Finding(
        String code,
        Severity severity,
        String place,
        String field,
        Bilingual message,
        Bilingual advice,
        Map<String, String> args) {
    public Finding {
        args = Map.copyOf(args);
    }

    /** A finding without named arguments. */
    public static Finding of(
            String code, Severity severity, String place, String field, Bilingual message, Bilingual advice) {
        return new Finding(code, severity, place, field, message, advice, Map.of());
    }
}
