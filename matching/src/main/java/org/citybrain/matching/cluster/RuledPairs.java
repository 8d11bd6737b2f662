package org.citybrain.matching.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stewards' rulings about pairs of a store's records; where two contradict, distinct wins. */
public final class RuledPairs implements Rulings {
    /** No rulings. */
    public static final RuledPairs NONE = new RuledPairs();

    private final Set<Long> distinct = new HashSet<>();
    private final List<Long> merged = new ArrayList<>();

    /** The two are one. */
    public void merge(int a, int b) {
        merged.add(pair(a, b));
    }

    /** The two are not one. */
    public void part(int a, int b) {
        distinct.add(pair(a, b));
    }

    @Override
    public boolean areDistinct(int a, int b) {
        return !distinct.isEmpty() && distinct.contains(pair(a, b));
    }

    void link(Links links) {
        for (long pair : merged) {
            links.add((int) (pair >>> 32), (int) pair, MERGE);
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
