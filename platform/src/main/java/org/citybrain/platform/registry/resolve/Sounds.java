package org.citybrain.platform.registry.resolve;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/** How Chinese texts sound: pinyin without tones, so that 张玮 is found by 张伟 and by zhang wei. For many threads. */
final class Sounds {
    /** Hidden in names' tokens for a sign that cannot be typed. */
    static final char UNKNOWN = '□';

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Transliterator SURNAME = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
    private static final ConcurrentHashMap<Integer, String> READINGS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Integer, String> SURNAMES = new ConcurrentHashMap<>();
    private static final int COMMON = 0x10000;

    private Sounds() {}

    /** The sound of a name; syllables run together, ü as u. Letters sound as they are written, v as u. */
    static String of(String name) {
        StringBuilder sound = new StringBuilder();
        int[] signs = name.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            sound.append(i == 0 ? surname(signs[i]) : reading(signs[i]));
        }
        return sound.toString();
    }

    private static String surname(int sign) {
        return SURNAMES.computeIfAbsent(sign, each -> read(SURNAME, each));
    }

    private static String reading(int sign) {
        return READINGS.computeIfAbsent(sign, each -> read(PINYIN, each));
    }

    private static String read(Transliterator by, int sign) {
        String read = by.transliterate(Character.toString(sign)).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        read.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> letters.appendCodePoint(letter == 'v' && isLetter(sign) ? 'u' : letter));
        return letters.toString();
    }

    private static boolean isLetter(int sign) {
        return sign < 0x80;
    }

    /** The name with its rare signs (those outside the basic plane) hidden; the same text when it has none. */
    static String hidden(String name) {
        StringBuilder hidden = new StringBuilder();
        name.codePoints().forEach(sign -> hidden.appendCodePoint(sign >= COMMON ? UNKNOWN : sign));
        return hidden.toString();
    }
}
