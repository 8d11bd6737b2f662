package org.citybrain.matching.compare;

import java.util.List;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.WordTable;
import org.citybrain.matching.standard.TextBuffer;

/**
 * Compares names of several words in any order. The pair of words that tells most (the rarest that agree) fills the
 * first slot, all other agreement the second: so a swapped, a missing or an added word costs little, and a family name
 * of few bearers tells much.
 */
final class NameComparer {
    static final List<String> LEVELS =
            List.of("missing", "differs", "initial", "similar", "slip", "short form", "equal");
    private static final int DIFFERS = 1;
    private static final int INITIAL = 2;
    private static final int SIMILAR = 3;
    private static final int SLIP = 4;
    private static final int SHORT_FORM = 5;
    private static final int EQUAL = 6;
    private static final int MOST = 16;
    /** Bits by which agreement short of equality tells less, by level: only to find the pair that tells most. */
    private static final double[] DISCOUNT = {0, 0, 7, 5, 3, 2, 0};

    private final WordTable table;
    private final Dictionary words;
    private final Frequencies frequencies;
    private final Similarity similarity = new Similarity();
    private final TextBuffer a = new TextBuffer();
    private final TextBuffer b = new TextBuffer();
    private final boolean[] usedA = new boolean[MOST];
    private final boolean[] usedB = new boolean[MOST];
    private final int[] foundLevel = new int[MOST];
    private final double[] foundShare = new double[MOST];
    private final int[] levels = new int[MOST * MOST];
    private int found;

    NameComparer(WordTable table, Frequencies frequencies) {
        this.table = table;
        this.words = table.words();
        this.frequencies = frequencies;
    }

    void compare(int codeA, int codeB, PairVector out, int slot) {
        int sizeA = table.size(codeA);
        int sizeB = table.size(codeB);
        found = 0;
        clear(usedA, sizeA);
        clear(usedB, sizeB);
        compareWords(codeA, sizeA, codeB, sizeB);
        for (int level = EQUAL; level >= INITIAL && found < Math.min(sizeA, sizeB); level--) {
            match(codeA, sizeA, codeB, sizeB, level);
        }
        int best = best(-1);
        if (best < 0) {
            out.put(slot, DIFFERS, 0);
            out.put(slot + 1, Slot.MISSING, 0);
            return;
        }
        out.put(slot, foundLevel[best], foundShare[best]);
        int second = best(best);
        if (second >= 0) {
            out.put(slot + 1, foundLevel[second], foundShare[second]);
        } else {
            boolean bothGoOn = sizeA > found && sizeB > found;
            out.put(slot + 1, bothGoOn ? DIFFERS : Slot.MISSING, 0);
        }
    }

    private static void clear(boolean[] used, int size) {
        for (int i = 0; i < size; i++) {
            used[i] = false;
        }
    }

    /** The best level of each two words. */
    private void compareWords(int codeA, int sizeA, int codeB, int sizeB) {
        for (int i = 0; i < sizeA; i++) {
            int wordA = table.word(codeA, i);
            words.read(wordA, a);
            for (int j = 0; j < sizeB; j++) {
                levels[i * MOST + j] = level(wordA, table.word(codeB, j));
            }
        }
    }

    private void match(int codeA, int sizeA, int codeB, int sizeB, int level) {
        for (int i = 0; i < sizeA; i++) {
            for (int j = 0; j < sizeB && !usedA[i]; j++) {
                if (!usedB[j] && levels[i * MOST + j] == level) {
                    usedA[i] = true;
                    usedB[j] = true;
                    foundLevel[found] = level;
                    foundShare[found++] =
                            Math.max(frequencies.share(table.word(codeA, i)), frequencies.share(table.word(codeB, j)));
                }
            }
        }
    }

    /** How well a word agrees with the one in the first buffer. */
    private int level(int wordA, int wordB) {
        if (wordA == wordB) {
            return EQUAL;
        }
        if (table.fullName(wordA) == table.fullName(wordB)) {
            return SHORT_FORM;
        }
        words.read(wordB, b);
        int shorter = Math.min(a.length(), b.length());
        if (shorter >= 3) {
            return isSlip(shorter) ? SLIP : isSimilar() ? SIMILAR : DIFFERS;
        }
        return shorter == 1 && a.charAt(0) == b.charAt(0) ? INITIAL : DIFFERS;
    }

    private boolean isSlip(int shorter) {
        int limit = shorter >= 8 ? 2 : 1;
        return similarity.distance(a.chars(), a.length(), b.chars(), b.length(), limit) <= limit;
    }

    private boolean isSimilar() {
        return similarity.jaroWinkler(a.chars(), a.length(), b.chars(), b.length()) >= 0.86;
    }

    /** The match that tells most, leaving one out; the same whichever record comes first. */
    private int best(int without) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < found; i++) {
            double telling = -Math.log(foundShare[i]) / Math.log(2) - DISCOUNT[foundLevel[i]];
            if (i != without && (best < 0 || telling > most)) {
                best = i;
                most = telling;
            }
        }
        return best;
    }
}
