package org.citybrain.matching.increment;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.citybrain.matching.cluster.Verdicts;

/** Verdicts kept while there is room; a record's new version has a new number, so none goes stale. */
final class KnownVerdicts implements Verdicts {
    private static final int MOST = 1_000_000;

    private final Map<Long, Boolean> known = new HashMap<>();

    @Override
    public boolean of(long pair, BooleanSupplier judge) {
        Boolean verdict = known.get(pair);
        if (verdict == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            verdict = judge.getAsBoolean();
            known.put(pair, verdict);
        }
        return verdict;
    }
}
