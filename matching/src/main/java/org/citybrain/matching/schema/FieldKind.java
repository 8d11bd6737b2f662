package org.citybrain.matching.schema;

import java.util.Locale;

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

    /** The kind written so; says what exists when there is none. */
    public static FieldKind of(String written) {
        for (FieldKind kind : values()) {
            if (kind.written().equals(written)) {
                return kind;
            }
        }
        throw new SchemaException(
                "不认识的字段类型 · unknown kind of field: " + written
                        + " (name, chinese-name, text, code, category, date, resident-id, identifier, phone, address, title, number)");
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
