package org.citybrain.matching.standard;

import java.text.Normalizer;
import java.util.Map;

/** One sign at a time: full width to half, upper case to lower, accents off, traditional to simplified. */
final class Letters {
    private static final char[] FOLDED = new char[0x10000];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = fold((char) c);
        }
        for (Map.Entry<Character, Character> pair : Tables.simplified().entrySet()) {
            FOLDED[pair.getKey()] = pair.getValue();
        }
    }

    private Letters() {}

    static char folded(char c) {
        return FOLDED[c];
    }

    /** The folded signs that are letters or digits; everything else becomes one blank, or nothing. */
    static void words(TextBuffer in, TextBuffer out, boolean blanks) {
        for (int i = 0; i < in.length(); i++) {
            char c = FOLDED[in.charAt(i)];
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                out.append(c);
            } else if (blanks && c != '\'' && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        out.trimEnd();
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        if (c == '\u3000') {
            return ' ';
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        if (c > 0x24F) {
            return c;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return Character.toLowerCase(plain.charAt(0));
    }
}
