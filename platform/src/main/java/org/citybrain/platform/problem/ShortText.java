package org.citybrain.platform.problem;

import org.jspecify.annotations.Nullable;

/** What is kept in the trail for ever, such as a reason or a legal basis, is a sentence and not a book. */
public final class ShortText {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST = 400;

    private ShortText() {}

    /**
     * Refuses a text that is too long; an absent one is short.
     *
     * @param name the parameter or member that holds it
     */
    public static void require(String name, @Nullable String text) {
        require(name + " ", name, text);
    }

    /** The same, where the text has a word of its own in each language. */
    public static void require(String zh, String en, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw Refusal.badRequest(zh + "最多 " + LONGEST + " 字 · " + en + " has at most " + LONGEST
                    + " characters, not " + text.length());
        }
    }
}
