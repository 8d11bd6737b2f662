package org.citybrain.matching.compare;

import java.util.Arrays;

/** Likeness of two runs of characters. Keeps scratch space: one for each thread. */
final class Similarity {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX = 4;

    private boolean[] taken = new boolean[64];
    private char[] matched = new char[64];
    private int[] before = new int[64];
    private int[] last = new int[64];
    private int[] now = new int[64];

    /** Jaro-Winkler similarity, 0 to 1. */
    double jaroWinkler(char[] a, int lengthA, char[] b, int lengthB) {
        if (lengthA == 0 || lengthB == 0) {
            return 0;
        }
        double jaro = jaro(a, lengthA, b, lengthB);
        int prefix = 0;
        int most = Math.min(PREFIX, Math.min(lengthA, lengthB));
        while (prefix < most && a[prefix] == b[prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private double jaro(char[] a, int lengthA, char[] b, int lengthB) {
        int reach = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        makeRoom(Math.max(lengthA, lengthB) + 1);
        Arrays.fill(taken, 0, lengthB, false);
        int common = 0;
        for (int i = 0; i < lengthA; i++) {
            int to = Math.min(lengthB, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < to; j++) {
                if (!taken[j] && a[i] == b[j]) {
                    taken[j] = true;
                    matched[common++] = a[i];
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int moved = 0;
        int k = 0;
        for (int j = 0; j < lengthB; j++) {
            if (taken[j] && matched[k++] != b[j]) {
                moved++;
            }
        }
        double m = common;
        return (m / lengthA + m / lengthB + (m - moved / 2) / m) / 3;
    }

    /** Damerau-Levenshtein distance with neighbouring swaps, or `limit + 1` when it is larger than `limit`. */
    int distance(char[] a, int lengthA, char[] b, int lengthB, int limit) {
        if (Math.abs(lengthA - lengthB) > limit) {
            return limit + 1;
        }
        makeRoom(lengthB + 1);
        for (int j = 0; j <= lengthB; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= lengthA; i++) {
            if (row(a, i, b, lengthB) > limit) {
                return limit + 1;
            }
            int[] oldest = before;
            before = last;
            last = now;
            now = oldest;
        }
        return Math.min(last[lengthB], limit + 1);
    }

    private int row(char[] a, int i, char[] b, int lengthB) {
        now[0] = i;
        int least = i;
        for (int j = 1; j <= lengthB; j++) {
            int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            int best = Math.min(last[j - 1] + cost, Math.min(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                best = Math.min(best, before[j - 2] + 1);
            }
            now[j] = best;
            least = Math.min(least, best);
        }
        return least;
    }

    private void makeRoom(int need) {
        if (taken.length < need) {
            taken = new boolean[need * 2];
            matched = new char[need * 2];
            before = new int[need * 2];
            last = new int[need * 2];
            now = new int[need * 2];
        }
    }
}
