package org.citybrain.gateway.connect;

import java.util.List;
import org.citybrain.kernel.schema.FieldSpec;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a table or file would become.
 *
 * @param rows how many there are now
 * @param guesses data elements that the sample suggests
 * @param badRows rows of a file that have findings
 */
record Proposal(
        String resource,
        String title,
        long rows,
        int badRows,
        List<FieldSpec> fields,
        List<Guess> guesses,
        @Nullable String comment) {
    /**
     * A guessed data element.
     *
     * @param hitRate share of the sampled values, 0 to 1, that pass the element's whole check, digit included
     */
    record Guess(String field, String element, double hitRate, int sampled) {}

    /** The fields with their guessed elements. */
    List<FieldSpec> fieldsWithElements() {
        return fields.stream()
                .map(field -> guesses.stream()
                        .filter(guess -> guess.field().equals(field.name()))
                        .findFirst()
                        .map(guess -> field.withElement(guess.element()))
                        .orElse(field))
                .toList();
    }

    /** The key's columns, a dash when there is none. */
    String key() {
        String key = String.join(
                ", ",
                fields.stream().filter(FieldSpec::key).map(FieldSpec::name).toList());
        return key.isEmpty() ? "—" : key;
    }
}
