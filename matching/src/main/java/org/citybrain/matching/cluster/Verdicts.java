package org.citybrain.matching.cluster;

import java.util.function.BooleanSupplier;

/** Remembers whether two sets of records may join, for whoever clusters the same component again and again. */
public interface Verdicts {
    /** Forgets everything at once: right for a batch, which asks no question twice. */
    Verdicts NONE = (pair, judge) -> judge.getAsBoolean();

    /** The verdict on a pair of sets; it is asked for when it is not known. */
    boolean of(long pair, BooleanSupplier judge);
}
