package org.citybrain.matching.explain;

import java.util.List;

/**
 * Why two records were linked or kept apart.
 *
 * @param left key of the first record
 * @param right key of the second record
 * @param steps the prior, then each field
 * @param verdict what became of the pair
 */
public record Waterfall(String left, String right, List<Step> steps, Verdict verdict) {
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** What became of a pair. */
    public enum Verdict {
        /** In one cluster. */
        LINKED,
        /** Alike enough, but a guard or the rest of the clusters spoke against it. */
        REFUSED,
        /** Between the two thresholds: a steward decides. */
        CLERICAL,
        /** Not alike enough. */
        APART
    }

    /** The log2 odds that the two are the same. */
    public double total() {
        return steps.getLast().total();
    }
}
