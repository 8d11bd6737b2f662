package org.citybrain.launcher.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstLoadTest {

    @Test
    void saysHowManyRowsCameAndHowLongTheRestTakes() {
        assertThat(FirstLoad.sentence(250_000, 1_000_000, Duration.ofSeconds(20)))
                .contains("250,000 of 1,000,000 rows (25 %)")
                .endsWith("约 about 60 s left");
    }

    @Test
    void promisesNoTimeBeforeTheFirstRow() {
        assertThat(FirstLoad.sentence(0, 1_000_000, Duration.ofSeconds(20))).doesNotContain("left");
        assertThat(FirstLoad.sentence(0, 0, Duration.ZERO)).contains("0 of 0 rows");
    }
}
