package org.citybrain.platform.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A decision as people read it: what was held against what, by which parameter, from which rows.
 *
 * @param parameterDay the day whose parameters were taken
 * @param values further values the rule worked out, such as an amount
 */
public record Explained(
        Bilingual sentence,
        LocalDate parameterDay,
        List<Line> lines,
        List<Input> inputs,
        List<Used> parameters,
        Map<String, String> values) {

    /** Whether every place (a division code of 12 digits) among the inputs lies in the reader's region. */
    public boolean isCoveredBy(Caller reader) {
        return inputs.stream()
                .map(Input::value)
                .filter(value -> value != null && value.matches("\\d{12}"))
                .allMatch(code -> code != null && reader.covers(code));
    }

    /**
     * One comparison.
     *
     * @param value what was found, "?" when it cannot be told
     * @param line what it is held against
     * @param result PASS, FAIL or CANNOT_TELL
     * @param inputs names of the inputs it rests on
     * @param parameter name of the parameter it rests on, absent when none
     * @param mend who can supply what is missing, absent when nothing is
     */
    public record Line(
            Bilingual label,
            String value,
            String line,
            String unit,
            String result,
            List<String> inputs,
            @Nullable String parameter,
            @Nullable Bilingual mend) {}

    /**
     * One input with the rows that gave it.
     *
     * @param value plain text, null when it cannot be told; masked when private
     * @param rows rows that were counted; {@code supporting} rows told what counts, such as memberships
     * @param missing why it cannot be told or may be a part only
     */
    public record Input(
            String name,
            Bilingual title,
            String unit,
            @Nullable String value,
            boolean isPrivate,
            List<Row> rows,
            List<Row> supporting,
            List<Bilingual> missing) {}

    /** A row by its receipt "resource/lane/sequence/row", with when the department wrote it and the city knew. */
    public record Row(String receipt, @Nullable Instant sourceTime, Instant knownTime) {}

    /** A dated parameter as it was taken. */
    public record Used(
            String name,
            String id,
            Bilingual title,
            String unit,
            LocalDate from,
            String value,
            Bilingual basis,
            boolean verified) {}
}
