package org.citybrain.matching.compare;

/** What a comparison of two records found; reused from pair to pair. */
public final class PairVector {
    private final int[] levels;
    private final double[] shares;

    public PairVector(int slots) {
        levels = new int[slots];
        shares = new double[slots];
    }

    public int level(int slot) {
        return levels[slot];
    }

    /** The share of records that hold the value on which the two agree; 0 where its rarity plays no part. */
    public double share(int slot) {
        return shares[slot];
    }

    void put(int slot, int level, double share) {
        levels[slot] = level;
        shares[slot] = share;
    }
}
