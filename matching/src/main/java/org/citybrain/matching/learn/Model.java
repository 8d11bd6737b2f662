package org.citybrain.matching.learn;

import java.util.List;
import org.citybrain.matching.compare.PairVector;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.compare.Vocabulary;

/**
 * What was learnt: how many bits each level of each slot speaks for or against two records being the same.
 *
 * @param slots what is weighed
 * @param vocabulary the frequencies at the time of learning
 * @param priorBits log2 odds that two records taken blindly are the same
 * @param weights bits by slot and level; a missing value weighs nothing
 * @param equalBits by slot and level: log2 of the chance that two strangers agree on the value that the level's rarity is
 *     measured against; 0 where rarity plays no part
 * @param sources names of the sources that had a part in learning; empty with one source
 * @param sourceBits by place in {@code sources}, slot and level: what a source's own habits add
 * @param trained by slot: on how many pairs, weighed by their probability, its weights rest
 */
public record Model(
        List<Slot> slots,
        Vocabulary vocabulary,
        double priorBits,
        double[][] weights,
        double[][] equalBits,
        List<String> sources,
        double[][][] sourceBits,
        double[] trained) {

    public Model {
        slots = List.copyOf(slots);
        sources = List.copyOf(sources);
    }

    /** The log2 odds that a pair is the same, the prior included; a source never seen is below zero. */
    public double score(PairVector pair, int sourceA, int sourceB) {
        double bits = priorBits;
        for (int slot = 0; slot < weights.length; slot++) {
            bits += bits(pair, slot, sourceA, sourceB);
        }
        return bits;
    }

    /** What one slot adds. */
    public double bits(PairVector pair, int slot, int sourceA, int sourceB) {
        int level = pair.level(slot);
        if (level == Slot.MISSING) {
            return 0;
        }
        double bits = weights[slot][level];
        double share = pair.share(slot);
        if (share > 0) {
            bits += equalBits[slot][level] - Math.log(share) / LN2;
        }
        bits += sourceA < 0 ? 0 : sourceBits[sourceA][slot][level];
        bits += sourceB < 0 ? 0 : sourceBits[sourceB][slot][level];
        return bits;
    }

    static final double LN2 = Math.log(2);
}
