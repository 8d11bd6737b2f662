package org.citybrain.matching.standard;

/**
 * Addresses as words of one kind of sign: Chinese addresses lose blanks and have their numbers in digits (十二号 →
 * 12号) and their building words made one (幢, 号楼 → 栋); others are words between blanks.
 */
final class AddressStandard implements Standard {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "号栋幢室单组弄巷层楼村路街";

    private final TextBuffer folded = new TextBuffer();

    @Override
    public void apply(TextBuffer in, TextBuffer out) {
        folded.clear();
        Letters.words(in, folded, true);
        boolean chinese = false;
        for (int i = 0; i < folded.length() && !chinese; i++) {
            chinese = folded.charAt(i) >= '\u4E00' && folded.charAt(i) <= '\u9FFF';
        }
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (chinese && c == ' ') {
                continue;
            }
            int end = chinese ? endOfNumber(i) : i;
            if (end > i) {
                out.append(Integer.toString(value(i, end)));
                i = end - 1;
            } else {
                out.append(c == '幢' ? '栋' : c);
            }
        }
    }

    /** Where a Chinese number that counts something ends; `from` when none begins there. */
    private int endOfNumber(int from) {
        int end = from;
        while (end < folded.length() && (digit(folded.charAt(end)) >= 0 || folded.charAt(end) == '十')) {
            end++;
        }
        boolean counts =
                end > from && end - from <= 3 && end < folded.length() && UNITS.indexOf(folded.charAt(end)) >= 0;
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
