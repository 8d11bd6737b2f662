package org.citybrain.matching.compare;

import java.util.List;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.standard.TextBuffer;

/** Comparers that read the two texts of one field. */
final class TextComparers {
    private TextComparers() {}

    /** Reads two texts and measures their likeness. */
    private abstract static class Reading implements ValueComparer {
        final Similarity similarity = new Similarity();
        final TextBuffer a = new TextBuffer();
        final TextBuffer b = new TextBuffer();
        private final Dictionary dictionary;

        Reading(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        @Override
        public final int compare(int codeA, int codeB) {
            dictionary.read(codeA, a);
            dictionary.read(codeB, b);
            return judge();
        }

        abstract int judge();

        final int distance(int limit) {
            return similarity.distance(a.chars(), a.length(), b.chars(), b.length(), limit);
        }

        final double jaroWinkler() {
            return similarity.jaroWinkler(a.chars(), a.length(), b.chars(), b.length());
        }
    }

    /** Short texts: a slip of the pen, near, similar. */
    static final class Text extends Reading {
        private static final int LONG = 9;

        Text(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("differs", "similar", "near", "slip", "equal");
        }

        @Override
        int judge() {
            int shorter = Math.min(a.length(), b.length());
            int limit = shorter >= LONG ? 2 : shorter >= 4 ? 1 : 0;
            if (limit > 0 && distance(limit) <= limit) {
                return 3;
            }
            double likeness = jaroWinkler();
            return likeness >= 0.9 ? 2 : likeness >= 0.8 ? 1 : 0;
        }
    }

    /** Numbers that name one thing: one or two slips. */
    static final class Identifier extends Reading {
        Identifier(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("differs", "two slips", "one slip", "equal");
        }

        @Override
        int judge() {
            int distance = distance(2);
            return distance == 1 ? 2 : distance == 2 && a.length() > 5 ? 1 : 0;
        }
    }

    /** Resident identity numbers: two that are both valid are two persons, however near they look (twins). */
    static final class ResidentId extends Reading {
        ResidentId(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("two valid numbers", "differs", "two slips", "one slip", "equal");
        }

        @Override
        int judge() {
            if (isValid(a) && isValid(b)) {
                return 0;
            }
            int distance = distance(2);
            return distance == 1 ? 3 : distance == 2 ? 2 : 1;
        }

        private static boolean isValid(TextBuffer text) {
            return text.length() == 18
                    && IdentityNumber.problemOf(text.toString()).isEmpty();
        }
    }

    /** Equal or not. */
    static final class Code implements ValueComparer {
        @Override
        public List<String> levels() {
            return List.of("differs", "equal");
        }

        @Override
        public int compare(int codeA, int codeB) {
            return 0;
        }
    }

    /** Chinese names: one sign wrong, or only the family name the same. */
    static final class ChineseName extends Reading {
        ChineseName(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("differs", "family name", "one sign", "equal");
        }

        @Override
        int judge() {
            if (Math.min(a.length(), b.length()) >= 2 && a.length() + b.length() > 4 && distance(1) <= 1) {
                return 2;
            }
            return a.charAt(0) == b.charAt(0) ? 1 : 0;
        }
    }

    /** Quantities by their ratio. */
    static final class Quantity extends Reading {
        private static final double[] RATIOS = {0.5, 0.8, 0.95};

        Quantity(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("differs", "half", "80 %", "95 %", "equal");
        }

        @Override
        public boolean rises() {
            return true;
        }

        @Override
        int judge() {
            double x = Double.parseDouble(a.toString());
            double y = Double.parseDouble(b.toString());
            double ratio = Math.min(x, y) / Math.max(x, y);
            int level = 0;
            while (level < RATIOS.length && ratio >= RATIOS[level]) {
                level++;
            }
            return level;
        }
    }

    /** Addresses by their pairs of neighbouring signs and by the numbers in them. */
    static final class Address extends Reading {
        Address(Dictionary dictionary) {
            super(dictionary);
        }

        @Override
        public List<String> levels() {
            return List.of("differs", "similar", "near", "same numbers", "equal");
        }

        @Override
        int judge() {
            double likeness = pairsInCommon();
            if (likeness >= 0.7) {
                return sameNumbers() ? 3 : 2;
            }
            return likeness >= 0.45 ? 1 : 0;
        }

        private double pairsInCommon() {
            int common = 0;
            for (int i = 0; i + 1 < a.length(); i++) {
                for (int j = 0; j + 1 < b.length(); j++) {
                    if (a.charAt(i) == b.charAt(j) && a.charAt(i + 1) == b.charAt(j + 1)) {
                        common++;
                        break;
                    }
                }
            }
            return 2.0 * common / Math.max(1, a.length() + b.length() - 2);
        }

        private boolean sameNumbers() {
            int i = nextDigit(a, 0);
            int j = nextDigit(b, 0);
            while (i < a.length() && j < b.length()) {
                if (a.charAt(i) != b.charAt(j)) {
                    return false;
                }
                i = nextDigit(a, i + 1);
                j = nextDigit(b, j + 1);
            }
            return i >= a.length() && j >= b.length();
        }

        private static int nextDigit(TextBuffer text, int from) {
            int i = from;
            while (i < text.length() && !(text.charAt(i) >= '0' && text.charAt(i) <= '9')) {
                i++;
            }
            return i;
        }
    }
}
