package org.citybrain.matching.cluster;

/** What stewards have ruled about records of a store: it stands above weights and guards. */
@FunctionalInterface
public interface Rulings {
    /** The weight of a link that a steward made: it joins whatever weights and guards say. */
    double MERGE = 1e6;

    Rulings NONE = (a, b) -> false;

    /** Whether two records must not stand in one cluster. */
    boolean areDistinct(int a, int b);
}
