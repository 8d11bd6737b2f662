package org.citybrain.matching.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

        /** The function written so, if there is one; the plain value has no word. */
        static Optional<Function> find(String written) {
            return written().filter(value -> value.word().equals(written)).findFirst();
        }

        /** All functions as written, for messages. */
        static String known() {
            return written().map(Function::word).collect(Collectors.joining(", "));
        }

        private static Stream<Function> written() {
            return Arrays.stream(values()).filter(value -> value != VALUE);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it takes a part of a date. */
        boolean readsDates() {
            return this == YEAR || this == DAY;
        }

        /** Whether the number of signs is written with it. */
        boolean needsSize() {
            return this == PREFIX || this == SUFFIX;
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
