package org.citybrain.streaming.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodTest {
    private final Flood flood = new Flood(1_000, 30);

    @Test
    void hasEndedOnceWhenMuchHasComeAndThenNothing() {
        flood.taken(Flood.MANY_ROWS, 100);
        assertThat(flood.hasEnded(120)).isFalse();
        assertThat(flood.hasEnded(130)).isTrue();
        assertThat(flood.hasEnded(200)).isFalse();
        assertThat(flood.isWaiting()).isFalse();
    }

    @Test
    void countsWhatCameJustBeforeTheLastStretch() {
        flood.taken(Flood.MANY_ROWS, 990);
        flood.taken(1, 1_010);
        assertThat(flood.hasEnded(1_040)).isTrue();
    }

    @Test
    void leavesATrickleToTheClock() {
        for (long now = 0; now < 5_000; now += 500) {
            flood.taken(Flood.MANY_ROWS / 10, now);
            assertThat(flood.hasEnded(now + 40)).isFalse();
        }
        assertThat(flood.isWaiting()).isTrue();
        assertThat(flood.hasEnded(6_000)).isFalse();
        assertThat(flood.isWaiting()).isFalse();
    }

    @Test
    void doesNotEndWhileRowsCome() {
        for (long now = 0; now < 3_000; now += 20) {
            flood.taken(2_000, now);
            assertThat(flood.hasEnded(now + 19)).isFalse();
        }
        assertThat(flood.hasEnded(3_030)).isTrue();
    }

    @Test
    void takesPausesOfABusyMachineForEndsLessAndLessOften() {
        int ends = 0;
        for (long now = 0; now < 5_000; now += 100) {
            // a pause of 99 after each parcel, more than the 30 that a quiet machine's end needs
            flood.taken(Flood.MANY_ROWS, now);
            ends += flood.hasEnded(now + 99) ? 1 : 0;
        }
        assertThat(ends).isEqualTo(2);
        assertThat(flood.hasEnded(4_900 + 120)).isTrue();
    }

    @Test
    void forgetsPausesOfLongAgo() {
        for (long now = 0; now < 1_000; now += 100) {
            flood.taken(Flood.MANY_ROWS, now);
            flood.hasEnded(now + 99);
        }
        flood.taken(Flood.MANY_ROWS, 100_000);
        assertThat(flood.hasEnded(100_030)).isTrue();
    }
}
