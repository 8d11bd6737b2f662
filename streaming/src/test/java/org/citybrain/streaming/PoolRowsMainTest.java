package org.citybrain.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rows as PostgreSQL's COPY prints them. */
class PoolRowsMainTest {
    @Test
    void escapesAsCopyDoes() {
        assertThat(PoolRowsMain.copyText(Arrays.asList("1", null, "a\tb\\c\nd", "", "宜春")))
                .isEqualTo("1\t\\N\ta\\tb\\\\c\\nd\t\t宜春");
    }
}
