package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A steward's word to resolve (topic {@code cb.match-rulings}).
 *
 * @param set which matching it is for
 * @param id the ruling's own id
 * @param kind {@link #MERGE} or {@link #DISTINCT}
 * @param left records of the one side
 * @param right records of the other side
 * @param withdrawn whether the ruling of this id holds no longer
 * @param sentAtMicros when it was sent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MatchRuling(
        String set,
        String id,
        String kind,
        List<MemberKey> left,
        List<MemberKey> right,
        boolean withdrawn,
        long sentAtMicros) {
    /** All records of both sides are one. */
    public static final String MERGE = "merge";

    /** No record of the left is one with a record of the right: a split of what was joined, or a warning. */
    public static final String DISTINCT = "distinct";
}
