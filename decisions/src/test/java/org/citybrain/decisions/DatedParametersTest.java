package org.citybrain.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Parameter;
import org.junit.jupiter.api.Test;

class DatedParametersTest {
    private static final Bilingual LAW = new Bilingual("办法", "rule");
    private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);

    private final DatedParameters subject = DatedParameters.of(List.of(new Parameter(
            "notice-days",
            new Bilingual("公示期", "notice"),
            "days",
            List.of(value(LocalDate.of(2020, 1, 1), "5"), value(CHANGE, "7")),
            "parameters/notice-days.yaml")));

    @Test
    void takesTheNewValueFromItsFirstDay() {
        assertThat(subject.on(CHANGE).getWhole("notice-days")).isEqualTo(7);
    }

    @Test
    void keepsTheOldValueUntilTheDayBefore() {
        assertThat(subject.on(CHANGE.minusDays(1)).getWhole("notice-days")).isEqualTo(5);
    }

    @Test
    void hasNoValueBeforeTheFirst() {
        assertThat(subject.on(LocalDate.of(2019, 12, 31)).find("notice-days")).isEmpty();
    }

    @Test
    void addsAValueInACopyOnly() {
        DatedParameters changed = subject.with("notice-days", value(LocalDate.of(2027, 1, 1), "10"));
        assertThat(changed.on(LocalDate.of(2027, 1, 1)).getWhole("notice-days")).isEqualTo(10);
        assertThat(subject.on(LocalDate.of(2027, 1, 1)).getWhole("notice-days")).isEqualTo(7);
    }

    @Test
    void refusesAValueThatIsNotOfTheUnit() {
        assertThatThrownBy(() -> subject.with("notice-days", value(CHANGE, "a week")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a week");
    }

    @Test
    void refusesAParameterTheSceneDoesNotHave() {
        assertThatThrownBy(() -> subject.with("notice-weeks", value(CHANGE, "1")))
                .hasMessageContaining("notice-weeks")
                .hasMessageContaining("notice-days");
    }

    private static DatedValue value(LocalDate from, String value) {
        return new DatedValue(from, value, LAW, true);
    }
}
