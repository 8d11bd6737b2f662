package org.citybrain.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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

    @Test
    void readsCopyTextBackWhateverItHolds() {
        Random random = new Random(3);
        String signs = "ab\t\n\r\\N中\b\f\u000b.";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(6); k > 0; k--) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            byte[] line =
                    ("x\t" + escape(value.toString()) + "\t\\N").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(CopyText.fields(line, 0, line.length, 3)).containsExactly("x", value.toString(), null);
        }
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\b", "\\b")
                .replace("\f", "\\f")
                .replace("\u000b", "\\v");
    }
}
