package org.citybrain.matching.standard;

import java.util.Map;

/** Short and familiar forms of English first names. */
public final class Nicknames {
    private static final Map<String, String> NAMES = Map.copyOf(Tables.nicknames());

    private Nicknames() {}

    /** The full name that a word stands for; the word itself when it is no nickname. */
    public static String full(String word) {
        return NAMES.getOrDefault(word, word);
    }
}
