package org.citybrain.matching.learn;

import java.util.List;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.compare.Vocabulary;
import org.citybrain.matching.schema.BlockRule;
import org.citybrain.matching.schema.MatchSchema;

/** Expectation–maximisation over compared pairs: how often the same and how often strangers show each level. */
final class Expectation {
    private static final int ROUNDS = 30;
    /** However clean the records look, one in so many true pairs disagrees in any field. */
    private static final double LEAST_SHARE = 0.002;

    private static final double MOST_BITS = 40;
    private static final double SMOOTHING = 0.5;
    private static final double SOURCE_STRENGTH = 200;

    private final List<Slot> slots;
    private final double[][] same;
    private final double[][] strangers;
    private final long[] free;
    private final double share;
    private final double allPairs;
    private final boolean oneToOne;
    private double prior;
    private double[] trained = {};
    private List<String> sourceNames = List.of();
    private double[][][] sourceBits = {};
    private double[][] weights = {};
    private double[][] equal = {};

    Expectation(List<Slot> slots, MatchSchema schema, double share, double allPairs) {
        this.slots = slots;
        this.share = share;
        this.oneToOne =
                schema.mode() == MatchSchema.Mode.LINK && schema.guards().sourcesDistinct() && share == 1;
        this.allPairs = allPairs;
        this.same = new double[slots.size()][];
        this.strangers = new double[slots.size()][];
        this.free = new long[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            int levels = slots.get(slot).levels().size();
            same[slot] = firstGuess(levels);
            strangers[slot] = new double[levels];
            free[slot] = rulesWithout(slots.get(slot), schema.rules());
        }
    }

    private static double[] firstGuess(int levels) {
        double[] guess = new double[levels];
        double rest = 1 - 0.1 - 0.6;
        for (int level = 1; level < levels; level++) {
            guess[level] = level == 1 ? 0.1 : level == levels - 1 ? 0.6 : rest / Math.max(1, levels - 3);
        }
        return guess;
    }

    /** The rules that do not look at the slot; all of them when every rule does. */
    private static long rulesWithout(Slot slot, List<BlockRule> rules) {
        long bits = 0;
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).fields().stream().noneMatch(slot.fields()::contains)) {
                bits |= 1L << rule;
            }
        }
        return bits == 0 ? -1L : bits;
    }

    /** Learns from pairs taken blindly how strangers agree; the few that are the same weigh next to nothing. */
    void blind(long[][] levels) {
        for (int slot = 0; slot < levels.length; slot++) {
            double[] counts = new double[levels[slot].length];
            for (int level = 0; level < counts.length; level++) {
                counts[level] = levels[slot][level];
            }
            strangers[slot] = shares(counts, SMOOTHING / 2);
            if (slots.get(slot).startsNeutral()) {
                same[slot] = strangers[slot].clone();
            }
        }
        equal = new double[slots.size()][];
        for (int slot = 0; slot < equal.length; slot++) {
            equal[slot] = new double[same[slot].length];
            for (int level = 1; level < equal[slot].length; level++) {
                equal[slot][level] = equalBits(slot, level);
            }
        }
        prior = Math.min(0.3, 1 / Math.sqrt(allPairs));
    }

    void train(List<TrainingPairs.Pair> pairs, List<String> sources) {
        double[] odds = new double[pairs.size()];
        for (int round = 0; round < ROUNDS; round++) {
            weigh();
            expect(pairs, odds);
            maximise(pairs, odds);
        }
        if (sources.size() > 1) {
            sourceNames = sources;
            learnSources(pairs, odds, sources.size());
        }
        weigh();
    }

    private void weigh() {
        weights = new double[slots.size()][];
        for (int slot = 0; slot < slots.size(); slot++) {
            weights[slot] = new double[same[slot].length];
            for (int level = 1; level < same[slot].length; level++) {
                double share = Math.max(LEAST_SHARE, same[slot][level]);
                weights[slot][level] =
                        Math.log((level == 1 ? share : same[slot][level]) / strangers[slot][level]) / Model.LN2;
            }
            if (slots.get(slot).rises()) {
                Rising.make(weights[slot], same[slot]);
            }
        }
    }

    private void expect(List<TrainingPairs.Pair> pairs, double[] chances) {
        double priorBits = Math.log(prior / (1 - prior)) / Model.LN2;
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            TrainingPairs.Pair pair = pairs.get(i);
            double bits = priorBits;
            for (int slot = 0; slot < weights.length; slot++) {
                int level = pair.levels()[slot];
                if (level != Slot.MISSING) {
                    bits += weights[slot][level];
                    float rarity = pair.shares()[slot];
                    bits += rarity > 0 ? equal[slot][level] - Math.log(rarity) / Model.LN2 : 0;
                }
            }
            chances[i] = Math.pow(2, Math.min(MOST_BITS, bits));
        }
        if (oneToOne) {
            Rivals.keepBest(pairs, chances);
        } else {
            for (int i = 0; i < chances.length; i++) {
                chances[i] /= 1 + chances[i];
            }
        }
        for (double chance : chances) {
            sum += chance;
        }
        prior = Math.min(0.5, Math.max(1, sum * share) / allPairs);
    }

    private void maximise(List<TrainingPairs.Pair> pairs, double[] chances) {
        trained = new double[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            double[] counts = new double[same[slot].length];
            for (int i = 0; i < chances.length; i++) {
                TrainingPairs.Pair pair = pairs.get(i);
                if ((pair.rules() & free[slot]) != 0) {
                    counts[pair.levels()[slot]] += chances[i];
                }
            }
            for (int level = 1; level < counts.length; level++) {
                trained[slot] += counts[level];
            }
            same[slot] = shares(counts, SMOOTHING);
        }
    }

    private void learnSources(List<TrainingPairs.Pair> pairs, double[] chances, int sources) {
        sourceBits = new double[sources][slots.size()][];
        for (int slot = 0; slot < slots.size(); slot++) {
            int levels = same[slot].length;
            double[][] counts = new double[sources][levels];
            for (int i = 0; i < chances.length; i++) {
                TrainingPairs.Pair pair = pairs.get(i);
                int level = pair.levels()[slot];
                if (level != Slot.MISSING && (pair.rules() & free[slot]) != 0) {
                    counts[pair.sourceA()][level] += chances[i];
                    counts[pair.sourceB()][level] += chances[i];
                }
            }
            for (int source = 0; source < sources; source++) {
                sourceBits[source][slot] = habits(counts[source], same[slot]);
            }
        }
    }

    /** Half the bits by which a source differs from all; few pairs move it little. */
    private static double[] habits(double[] counts, double[] all) {
        double total = SOURCE_STRENGTH;
        for (double count : counts) {
            total += count;
        }
        double[] bits = new double[all.length];
        for (int level = 1; level < all.length; level++) {
            double own = (counts[level] + SOURCE_STRENGTH * all[level]) / total;
            bits[level] = Math.log(own / all[level]) / Model.LN2 / 2;
        }
        return bits;
    }

    private static double[] shares(double[] counts, double smoothing) {
        double total = 0;
        for (int level = 1; level < counts.length; level++) {
            total += counts[level] + smoothing;
        }
        double[] shares = new double[counts.length];
        for (int level = 1; level < counts.length; level++) {
            shares[level] = (counts[level] + smoothing) / total;
        }
        return shares;
    }

    /** The chance of equality against which a level's rarity is measured: that of the next level called equal. */
    private double equalBits(int slot, int level) {
        List<String> names = slots.get(slot).levels();
        int equal = level;
        while (equal < names.size() - 1 && !names.get(equal).endsWith("equal")) {
            equal++;
        }
        return Math.log(strangers[slot][equal]) / Model.LN2;
    }

    Model model(Vocabulary vocabulary) {
        double priorBits = Math.log(prior / (1 - prior)) / Model.LN2;
        return new Model(slots, vocabulary, priorBits, weights, equal, sourceNames, sourceBits, trained);
    }
}
