package org.citybrain.matching.compare;

import java.util.List;

/** Compares two values of one field that are both there. */
interface ValueComparer {
    /** Names of the levels from the worst to the best; the first one says that the values disagree. */
    List<String> levels();

    /** The level's place in {@link #levels} for two different texts of the dictionary. */
    int compare(int codeA, int codeB);

    /** The level's place for two equal texts. */
    default int equal() {
        return levels().size() - 1;
    }

    /** Whether {@link #compare} is asked for equal texts too, and rarity plays no part. */
    default boolean comparesEqual() {
        return false;
    }

    /** Whether learning starts without a belief about which levels speak for sameness. */
    default boolean startsNeutral() {
        return false;
    }

    /** Whether a better level never speaks less for sameness: learning then evens out what too few pairs show. */
    default boolean rises() {
        return false;
    }
}
