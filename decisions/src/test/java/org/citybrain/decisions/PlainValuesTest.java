package org.citybrain.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and dates as facts hold them. */
class PlainValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.50", "+3", ".5", "5.", "1e3", "1.5E-3", "0009"})
    void readsEveryDecimalExactlyAsWritten(String text) {
        assertThat(Numbers.read(text)).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "户籍", "2026-01-02", "1.2.3", "e5", "1e", "12a", "１２", "--1", "1-"})
    void takesNoWordOrDateForANumber(String text) {
        assertThat(Numbers.read(text)).isEmpty();
    }

    @Test
    void readsTheDateAndIgnoresTheTimeOfDay() {
        assertThat(Dates.read("2024-02-29 13:05:00")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Dates.read("2026-12-31")).contains(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2026-13-01",
                "2026/01/02",
                "26-01-02",
                "20260102",
                "2026-1-02x",
                "-026-01-01",
                "未知"
            })
    void readsNoDateWhereNoneIs(String text) {
        assertThat(Dates.read(text)).isEmpty();
    }
}
