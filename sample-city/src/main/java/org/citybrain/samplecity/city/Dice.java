package org.citybrain.samplecity.city;

import java.util.List;

/**
 * Chance that repeats: the same seed gives the same throws on every machine and Java version (SplitMix64 and
 * {@link StrictMath}), which is what makes the sample city the same everywhere.
 */
public final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one thing (a household, a village) of one seed, independent of all others. */
    public static Dice of(long seed, long... parts) {
        long state = mixed(seed + GAMMA);
        for (long part : parts) {
            state = mixed(state ^ mixed(part + GAMMA));
        }
        return new Dice(state);
    }

    private static long mixed(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    /** 64 random bits. */
    public long bits() {
        state += GAMMA;
        return mixed(state);
    }

    /** A whole number from 0 up to, not including, {@code bound}. */
    public int below(int bound) {
        return (int) (((bits() >>> 33) * bound) >>> 31);
    }

    /** A whole number between the two, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A fraction in [0, 1). */
    public double share() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return share() < probability;
    }

    /** A skewed (log-normal) amount with the given median; spread 0.3 is narrow, 0.9 wide. */
    public double skewed(double median, double spread) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
        return median * StrictMath.exp(spread * radius * StrictMath.cos(2 * StrictMath.PI * share()));
    }

    /** One of the list, all alike. */
    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** An index, each in proportion to its weight. */
    public int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = below(total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
