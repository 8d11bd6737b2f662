package org.citybrain.matching.compare;

import java.util.List;
import java.util.Set;

/**
 * One weighed part of a comparison.
 *
 * @param name the field's word, or those of a group
 * @param fields the fields it looks at
 * @param levels names of the levels; the first means missing, the second disagreement
 * @param startsNeutral whether learning starts without a belief about the levels
 * @param rises whether a better level never speaks less for sameness
 */
public record Slot(String name, Set<Integer> fields, List<String> levels, boolean startsNeutral, boolean rises) {
    public static final int MISSING = 0;
    public static final int DISAGREES = 1;

    public Slot {
        fields = Set.copyOf(fields);
        levels = List.copyOf(levels);
    }
}
