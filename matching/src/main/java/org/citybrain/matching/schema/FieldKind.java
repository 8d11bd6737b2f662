package org.citybrain.matching.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a field's texts are standardised and compared. The written form is the name in lower case with hyphens. */
public enum FieldKind {
    /** A person's name of several words in any order, nicknames and initials known. */
    NAME,
    /** A Chinese person's name: few signs, family name first. */
    CHINESE_NAME,
    /** A short text: a place, an occupation, a mail address. */
    TEXT,
    /** A closed word: equal or not. */
    CODE,
    /** A word of a short list that each source may word in its own way; which goes with which is learnt. */
    CATEGORY,
    /** A calendar date in any usual writing. */
    DATE,
    /** A resident identity number of 15 or 18 characters. */
    RESIDENT_ID,
    /** Any other number that is meant to name one thing only. */
    IDENTIFIER,
    /** A telephone number. */
    PHONE,
    /** A postal address, Chinese or other. */
    ADDRESS,
    /** A text of many words, where rare words tell most. */
    TITLE,
    /** A quantity above zero; nearness is judged by ratio. */
    NUMBER;

    /** Whether one value is meant to belong to one person or thing, so that a value of very many is a placeholder. */
    public boolean isIdentifying() {
        return this == RESIDENT_ID || this == IDENTIFIER || this == PHONE;
    }

    public boolean isOfWords() {
        return this == NAME || this == TITLE;
    }

    /** The kind written so, if there is one. */
    static Optional<FieldKind> find(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.written().equals(written))
                .findFirst();
    }

    /** All kinds as written, for messages. */
    static String known() {
        return Arrays.stream(values()).map(FieldKind::written).collect(Collectors.joining(", "));
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
