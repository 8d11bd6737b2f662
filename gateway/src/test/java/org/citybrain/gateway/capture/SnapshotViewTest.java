package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnapshotViewTest {
    @Test
    void holdsWhatEndedBeforeItAndNotWhatRan() {
        SnapshotView view = SnapshotView.parse("100:110:103,107", 5_000, 0);
        assertThat(view.holds(99, 10)).isTrue();
        assertThat(view.holds(102, 10)).isTrue();
        assertThat(view.holds(103, 10)).isFalse();
        assertThat(view.holds(107, 10)).isFalse();
        assertThat(view.holds(110, 10)).isFalse();
        assertThat(view.holds(4_000, 10)).isFalse();
    }

    @Test
    void isRightWhenNumbersWrapAround() {
        long epoch = 3L << 32;
        SnapshotView view =
                SnapshotView.parse((epoch - 5) + ":" + (epoch + 5) + ":" + (epoch - 2) + "," + (epoch + 1), 9, 0);
        assertThat(view.holds(0xffff_fffaL, 1)).isTrue();
        assertThat(view.holds(0xffff_fffeL, 1)).isFalse();
        assertThat(view.holds(0L, 1)).isTrue();
        assertThat(view.holds(1L, 1)).isFalse();
        assertThat(view.holds(5L, 1)).isFalse();
    }

    @Test
    void holdsNothingThatCommittedBehindIt() {
        SnapshotView view = SnapshotView.parse("100:100:", 5_000, 0);
        assertThat(view.holds(7, 4_999)).isTrue();
        assertThat(view.holds(7, 5_000)).isFalse();
    }
}
