package org.citybrain.streaming.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;
    private static final long USUAL = Pace.USUAL_COST_NANOS;

    private final Pace pace = new Pace(10 * SECOND, 60 * SECOND, 0);

    private void waiting(int resources) {
        for (int i = 0; i < resources; i++) {
            pace.waits("civil.t" + i);
            pace.waits("civil.t" + i);
        }
    }

    @Test
    void keepsToTheShortestTimeWhileFewResourcesWait() {
        waiting(60);
        assertThat(pace.isDue(10 * SECOND - 1)).isFalse();
        assertThat(pace.isDue(10 * SECOND)).isTrue();
    }

    @Test
    void waitsTenTimesWhatTheResourcesThatWaitWillCost() {
        waiting(500);
        assertThat(pace.isDue(10 * 500 * USUAL - 1)).isFalse();
        assertThat(pace.isDue(10 * 500 * USUAL)).isTrue();
        pace.begins(40 * SECOND);
        assertThat(pace.isDue(50 * SECOND)).isTrue();
    }

    @Test
    void waitsNoLongerThanTheLongestTime() {
        waiting(100_000);
        assertThat(pace.isDue(60 * SECOND - 1)).isFalse();
        assertThat(pace.isDue(60 * SECOND)).isTrue();
        assertThat(pace.isDueAfterFlood(60 * SECOND)).isTrue();
    }

    @Test
    void commitsTheLoadOfOneTableAtOnceAndThatOfManyAfterTwiceTheirCost() {
        waiting(1);
        assertThat(pace.isDueAfterFlood(SECOND)).isTrue();
        waiting(500);
        assertThat(pace.isDueAfterFlood(2 * 500 * USUAL - 1)).isFalse();
        assertThat(pace.isDueAfterFlood(2 * 500 * USUAL)).isTrue();
    }

    @Test
    void learnsWhatAResourceCostsHere() {
        for (int i = 1; i <= 20; i++) {
            waiting(500);
            pace.begins(i * 60 * SECOND);
            pace.spent(i * 500 * USUAL / 4);
        }
        waiting(1_000);
        assertThat(pace.isDue(1_218 * SECOND)).isFalse();
        assertThat(pace.isDue(1_222 * SECOND)).isTrue();
    }

    @Test
    void countsFromNothingWhenTheJobStartedAnew() {
        waiting(500);
        pace.begins(SECOND);
        pace.spent(1_000 * SECOND);
        waiting(500);
        pace.begins(2 * SECOND);
        pace.spent(500 * USUAL);
        for (int i = 3; i <= 20; i++) {
            waiting(500);
            pace.begins(i * SECOND);
            pace.spent((i - 1) * 500 * USUAL);
        }
        waiting(500);
        assertThat(pace.isDue(61 * SECOND)).isTrue();
    }
}
