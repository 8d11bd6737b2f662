package org.citybrain.matching.schema;

import java.util.List;

/**
 * What two records of one cluster must never show.
 *
 * @param distinctValid fields: two different values that are both valid never join
 * @param contradicting fields: records that disagree in all of them never join
 * @param sourcesDistinct whether each source holds a thing once, so that two records of one source never join
 */
public record Guards(List<Integer> distinctValid, List<Integer> contradicting, boolean sourcesDistinct) {
    public Guards {
        distinctValid = List.copyOf(distinctValid);
        contradicting = List.copyOf(contradicting);
    }
}
