package org.citybrain.platform.problem;

import org.jspecify.annotations.Nullable;

/** What is kept in the trail for ever, such as a reason or a legal basis, is a sentence and not a book. */
public final class ShortText {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST = 400;

    private ShortText() {}

    /**
     * Refuses a text that is too long or holds control characters other than breaks of lines; an absent one is short.
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
        if (text != null && text.codePoints().anyMatch(ShortText::isUnseen)) {
            throw Refusal.badRequest(zh + "含有控制字符 · " + en + " holds a control character");
        }
    }

    private static boolean isUnseen(int sign) {
        int type = Character.getType(sign);
        boolean breaks = sign == '\n' || sign == '\r' || sign == '\t';
        return type == Character.CONTROL && !breaks || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
