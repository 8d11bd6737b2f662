package org.citybrain.matching.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a blocking rule takes of a field, written `word(field)` or `wordN(field)` (`prefix4(name)`); the field alone means its value.
 *
 * @param field the field's place in the schema
 * @param function what is taken of its value
 * @param size the number of signs where the function asks for one, else 0
 */
public record KeyPart(int field, Function function, int size) {

    /** What can be taken of a value. */
    public enum Function {
        VALUE,
        /** Each word of the value, nicknames under one word. */
        WORD,
        /** Each two words of the value, in any order. */
        WORDS,
        /** Each word as it sounds. */
        SOUND,
        PREFIX,
        SUFFIX,
        /** The first four digits of a date. */
        YEAR,
        /** The last four digits of a date. */
        DAY,
        /** The value's signs in order, each once: the same for signs swapped. */
        SIGNS,
        /** The value with one sign left out, in all ways: the same for two values that differ in one sign. */
        HOLES;

        static Function of(String written) {
            try {
                return valueOf(written.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                String known = Arrays.stream(values())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
                throw new SchemaException(
                        "不认识的分块函数 · unknown blocking function: " + written + " (" + known + ")", unknown);
            }
        }

        /** Whether it looks at the words of a value. */
        public boolean readsWords() {
            return this == WORD || this == WORDS || this == SOUND;
        }

        /** Whether a value can give several keys. */
        public boolean givesMany() {
            return this == WORD || this == WORDS || this == SOUND || this == HOLES;
        }
    }
}
