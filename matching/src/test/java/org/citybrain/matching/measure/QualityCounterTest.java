package org.citybrain.matching.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityCounterTest {
    /** Truth {0,1,2} {3,4} {5}; found {0,1} {2,3,4} {5}; linked 0-1, 2-3, 3-4. */
    private final int[] truth = {0, 0, 0, 1, 1, 2};

    private final int[] found = {0, 0, 2, 2, 2, 5};
    private final Quality subject =
            new QualityCounter(6, record -> found[record], record -> truth[record]).measure(3, 2);

    @Test
    void countsLinkedPairsAgainstAllTruePairs() {
        assertThat(subject.pairPrecision()).isEqualTo(2.0 / 3, within(1e-12));
        assertThat(subject.pairRecall()).isEqualTo(2.0 / 4, within(1e-12));
        assertThat(subject.pairF1()).isEqualTo(4.0 / 7, within(1e-12));
    }

    @Test
    void countsAllPairsInsideClusters() {
        assertThat(subject.clusterPrecision()).isEqualTo(2.0 / 4, within(1e-12));
        assertThat(subject.clusterRecall()).isEqualTo(2.0 / 4, within(1e-12));
    }

    @Test
    void averagesOverRecordsForBCubed() {
        double precision = (1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3 + 1) / 6;
        double recall = (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1 + 1 + 1) / 6;

        assertThat(subject.b3Precision()).isEqualTo(precision, within(1e-12));
        assertThat(subject.b3Recall()).isEqualTo(recall, within(1e-12));
    }

    @Test
    void countsOneOfThreeMergesAsWrong() {
        assertThat(subject.wrongMergeShare()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void leavesOutRecordsWithoutTruth() {
        int[] known = {0, 0, 0, 1, 1, -1};
        Quality quality = new QualityCounter(6, record -> found[record], record -> known[record]).measure(3, 2);

        assertThat(quality.clusterRecall()).isEqualTo(2.0 / 4, within(1e-12));
    }
}
