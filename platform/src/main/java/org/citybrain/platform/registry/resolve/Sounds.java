package org.citybrain.platform.registry.resolve;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How Chinese texts sound: pinyin without tones, so that 张玮 is found by 张伟 and by zhang wei, and 吴长庚 by both readings of 长. For many threads. */
final class Sounds {
    /** Hidden in names' tokens for a sign that cannot be typed. */
    static final char UNKNOWN = '□';

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Transliterator SURNAME = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
    private static final ConcurrentHashMap<Integer, String> READINGS = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Integer, String> SURNAMES = new ConcurrentHashMap<>();
    private static final int COMMON = 0x10000;
    private static final int MOST = 4;
    private static final int MOST_CHANGED = 2;

    private Sounds() {}

    /**
     * The usual sounds of a name, at most four, the likeliest first; syllables run together, ü as u. Letters sound as they are
     * written, v as u. The first sign may be read as a surname or as any sign.
     */
    static List<String> of(String name) {
        List<Set<String>> units = units(name.codePoints().toArray());
        Set<String> sounds = new LinkedHashSet<>();
        for (int changed = 0; changed <= MOST_CHANGED; changed++) {
            vary(units, 0, changed, "", sounds);
        }
        return List.copyOf(sounds);
    }

    private static List<Set<String>> units(int[] signs) {
        List<Set<String>> units = new ArrayList<>();
        for (int i = 0; i < signs.length; i++) {
            Set<String> readings = new LinkedHashSet<>();
            List<String> twice = i == 0 && signs.length > 2 ? Readings.of(new String(signs, 0, 2)) : List.of();
            if (!twice.isEmpty()) {
                readings.addAll(twice);
                readings.add(surname(signs[0]) + reading(signs[1]));
                readings.add(reading(signs[0]) + reading(signs[1]));
                i++;
            } else {
                readings.add(i == 0 ? surname(signs[i]) : reading(signs[i]));
                readings.add(reading(signs[i]));
                readings.addAll(Readings.of(Character.toString(signs[i])));
            }
            units.add(readings);
        }
        return units;
    }

    /** Adds the sounds in which so many signs are not read in their first way. */
    private static void vary(List<Set<String>> units, int at, int changed, String sound, Set<String> sounds) {
        if (sounds.size() >= MOST) {
            return;
        }
        if (at == units.size()) {
            if (changed == 0) {
                sounds.add(sound);
            }
            return;
        }
        boolean first = true;
        for (String reading : units.get(at)) {
            if (first || changed > 0) {
                vary(units, at + 1, first ? changed : changed - 1, sound + reading, sounds);
            }
            first = false;
        }
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
