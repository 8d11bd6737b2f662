package org.citybrain.matching.block;

import org.citybrain.matching.standard.TextBuffer;

/** A word as it sounds: its first letter and the classes of up to four following consonants. */
final class Sounds {
    private static final String LETTERS = "bfpvcgjkqsxzdtlmnr";
    private static final String CLASSES = "111122222222334556";
    private static final int MOST = 4;

    private Sounds() {}

    static long of(TextBuffer word) {
        long key = word.charAt(0);
        int kept = 0;
        char last = classOf(word.charAt(0));
        for (int i = 1; i < word.length() && kept < MOST; i++) {
            char c = word.charAt(i);
            char now = classOf(c);
            if (now != '0' && now != last) {
                key = key * 16 + now;
                kept++;
            }
            if (c != 'h' && c != 'w') {
                last = now;
            }
        }
        return key * 31 + 7;
    }

    private static char classOf(char letter) {
        int at = LETTERS.indexOf(letter);
        return at < 0 ? '0' : CLASSES.charAt(at);
    }
}
