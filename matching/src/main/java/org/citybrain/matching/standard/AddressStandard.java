package org.citybrain.matching.standard;

/**
 * Addresses as words of one kind of sign: Chinese addresses lose blanks and have their numbers in digits (十二号 →
 * 12号), their building words made one (幢, 座, 号楼 → 栋; 房 → 室), and short forms written out (8号3-2-501 →
 * 8号3栋2单元501室, 3-501 → 3栋501室); others are words between blanks.
 */
final class AddressStandard implements Standard {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "号栋幢座室房单组弄巷层楼村路街社门-";
    private static final String JOINS = "-－—–#/";
    private static final String[][] SHORT_FORMS = {{"室"}, {"栋", "室"}, {"栋", "单元", "室"}};

    private final TextBuffer folded = new TextBuffer();
    private final TextBuffer numbered = new TextBuffer();

    @Override
    public void apply(TextBuffer in, TextBuffer out) {
        folded.clear();
        if (!isChinese(in)) {
            Letters.words(in, out, true);
            return;
        }
        fold(in);
        numbered.clear();
        for (int i = 0; i < folded.length(); i++) {
            int end = endOfNumber(i);
            if (end > i) {
                numbered.append(Integer.toString(value(i, end)));
                i = end - 1;
            } else {
                numbered.append(folded.charAt(i));
            }
        }
        write(out);
    }

    private static boolean isChinese(TextBuffer text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u4E00' && text.charAt(i) <= '\u9FFF') {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits without blanks; a stroke between two numbers stays. */
    private void fold(TextBuffer in) {
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '〇') {
                folded.append(c);
            } else if (JOINS.indexOf(c) >= 0 && isNumeral(folded, folded.length() - 1) && isNumeralIn(in, i + 1)) {
                folded.append('-');
            }
        }
    }

    private static boolean isNumeralIn(TextBuffer in, int at) {
        return at < in.length() && isNumeral(Letters.folded(in.charAt(at)));
    }

    private static boolean isNumeral(TextBuffer text, int at) {
        return at >= 0 && isNumeral(text.charAt(at));
    }

    private static boolean isNumeral(char c) {
        return c >= '0' && c <= '9' || digit(c) >= 0 || c == '十';
    }

    /** One word for each kind of building, and short forms written out. */
    private void write(TextBuffer out) {
        for (int i = 0; i < numbered.length(); i++) {
            char c = numbered.charAt(i);
            boolean afterNumber = i > 0 && isArabic(i - 1);
            int end = isArabic(i) && !afterNumber ? endOfShortForm(i) : i;
            if (end > i) {
                writeOut(i, end, out);
                i = end - 1;
            } else if (afterNumber && c == '号' && i + 1 < numbered.length() && numbered.charAt(i + 1) == '楼') {
                out.append('栋');
                i++;
            } else if (afterNumber && (c == '幢' || c == '座')) {
                out.append('栋');
            } else if (afterNumber && c == '房') {
                out.append('室');
            } else {
                out.append(c);
            }
        }
    }

    private boolean isArabic(int at) {
        return numbered.charAt(at) >= '0' && numbered.charAt(at) <= '9';
    }

    /** Where numbers joined by strokes end that close the address, or only 室 follows; `from` when they do not. */
    private int endOfShortForm(int from) {
        int end = from;
        int strokes = 0;
        while (end < numbered.length() && (isArabic(end) || numbered.charAt(end) == '-')) {
            strokes += numbered.charAt(end) == '-' ? 1 : 0;
            end++;
        }
        boolean closes =
                end == numbered.length() || end == numbered.length() - 1 && "室房".indexOf(numbered.charAt(end)) >= 0;
        boolean known = strokes > 0 && strokes < SHORT_FORMS.length;
        return known && closes ? numbered.length() : from;
    }

    private void writeOut(int from, int end, TextBuffer out) {
        int strokes = 0;
        for (int i = from; i < end; i++) {
            strokes += numbered.charAt(i) == '-' ? 1 : 0;
        }
        int part = 0;
        for (int i = from; i < end; i++) {
            if (isArabic(i)) {
                out.append(numbered.charAt(i));
            } else if (numbered.charAt(i) == '-') {
                out.append(SHORT_FORMS[strokes][part++]);
            }
        }
        out.append(SHORT_FORMS[strokes][part]);
    }

    /** Where a Chinese number that counts something ends; `from` when none begins there. */
    private int endOfNumber(int from) {
        int end = from;
        while (end < folded.length() && (digit(folded.charAt(end)) >= 0 || folded.charAt(end) == '十')) {
            end++;
        }
        boolean closes = end == folded.length() && from > 0 && folded.charAt(from - 1) == '-';
        boolean counts = end > from
                && end - from <= 4
                && (closes || end < folded.length() && UNITS.indexOf(folded.charAt(end)) >= 0);
        return counts ? end : from;
    }

    private int value(int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = digit(folded.charAt(i));
            if (digit >= 0) {
                boolean afterTen = i > from && folded.charAt(i - 1) == '十';
                value = afterTen ? value + digit : value * 10 + digit;
            } else {
                value = Math.max(1, value) * 10;
            }
        }
        return value;
    }

    private static int digit(char c) {
        return c == '零' ? 0 : DIGITS.indexOf(c);
    }
}
