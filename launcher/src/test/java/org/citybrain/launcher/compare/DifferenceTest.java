package org.citybrain.launcher.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void seesNoDifferenceInAnotherOrder() {
        assertThat(Difference.of("d.t", List.of("1\ta", "2\tb"), List.of("2\tb", "1\ta"))
                        .isNone())
                .isTrue();
    }

    @Test
    void countsALostRowAndADuplicate() {
        Difference difference = Difference.of("d.t", List.of("1\ta", "2\tb"), List.of("2\tb", "2\tb"));

        assertThat(difference.lost()).isEqualTo(1);
        assertThat(difference.surplus()).isEqualTo(1);
        assertThat(difference.toString()).contains("- 1\ta").contains("+ 2\tb");
    }

    @Test
    void countsEqualRowsOfATableWithoutAKey() {
        assertThat(Difference.of("d.t", List.of("x", "x"), List.of("x")).lost()).isEqualTo(1);
        assertThat(Difference.of("d.t", List.of("x", "x"), List.of("x", "x")).isNone())
                .isTrue();
    }

    @Test
    void seesAChangedCharacter() {
        Difference difference = Difference.of("d.t", List.of("1\t10.00"), List.of("1\t10.0"));

        assertThat(difference.lost()).isEqualTo(1);
        assertThat(difference.surplus()).isEqualTo(1);
    }
}
