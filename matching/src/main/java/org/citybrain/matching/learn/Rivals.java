package org.citybrain.matching.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of one record when it has one partner at most: only one of them can be true. Sharing one
 * chance among them would let the clearest pairs teach that all true pairs are that clear; keeping the best does not.
 */
final class Rivals {
    private Rivals() {}

    /** Turns odds into 1 for a pair that is the best of both its records, and 0 for all others. */
    static void keepBest(List<TrainingPairs.Pair> pairs, double[] odds) {
        Map<Integer, Double> best = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            best.merge(pairs.get(i).a(), odds[i], Math::max);
            best.merge(pairs.get(i).b(), odds[i], Math::max);
        }
        for (int i = 0; i < odds.length; i++) {
            double most = Math.max(
                    best.getOrDefault(pairs.get(i).a(), 0.0),
                    best.getOrDefault(pairs.get(i).b(), 0.0));
            odds[i] = odds[i] >= most ? 1 : 0;
        }
    }
}
