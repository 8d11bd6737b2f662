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
}
