package org.citybrain.matching.compare;

import java.util.List;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.standard.TextBuffer;

/** Dates of eight digits: slips of one or two digits, day and month swapped, near in time. */
final class DateComparer implements ValueComparer {
    private static final int DIGITS = 8;
    private static final int YEAR_OF_DAYS = 366;

    private final Dictionary dictionary;
    private final TextBuffer a = new TextBuffer();
    private final TextBuffer b = new TextBuffer();

    DateComparer(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    @Override
    public List<String> levels() {
        return List.of("differs", "same year", "within a year", "two digits", "one digit", "equal");
    }

    @Override
    public int compare(int codeA, int codeB) {
        dictionary.read(codeA, a);
        dictionary.read(codeB, b);
        if (a.length() != DIGITS || b.length() != DIGITS) {
            return 0;
        }
        int different = 0;
        for (int i = 0; i < DIGITS; i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        if (different <= 2) {
            return different == 1 ? 4 : 3;
        }
        if (part(a, 0, 4) == part(b, 0, 4)) {
            return part(a, 4, 6) == part(b, 6, 8) && part(a, 6, 8) == part(b, 4, 6) ? 3 : 1;
        }
        return Math.abs(days(a) - days(b)) <= YEAR_OF_DAYS ? 2 : 0;
    }

    private static int days(TextBuffer date) {
        return part(date, 0, 4) * 365 + part(date, 4, 6) * 30 + part(date, 6, 8);
    }

    private static int part(TextBuffer date, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + date.charAt(i) - '0';
        }
        return value;
    }
}
