package org.citybrain.matching.compare;

import org.citybrain.matching.columns.Dictionary;

/** How often each text of a dictionary stood in the records when the model was learnt. */
public final class Frequencies {
    private final int[] counts;
    private final double total;

    private Frequencies(int[] counts, double total) {
        this.counts = counts;
        this.total = total;
    }

    /** What the dictionary counts now; later changes do not show. */
    public static Frequencies of(Dictionary dictionary, int records) {
        int[] counts = new int[dictionary.size()];
        for (int code = 0; code < counts.length; code++) {
            counts[code] = dictionary.count(code);
        }
        return new Frequencies(counts, Math.max(1, records - counts[0]));
    }

    /** The share of records that hold the text; one never seen counts as seen once. */
    public double share(int code) {
        int count = code < counts.length ? counts[code] : 1;
        return Math.max(2, count) / total;
    }
}
