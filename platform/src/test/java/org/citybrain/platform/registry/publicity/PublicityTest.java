package org.citybrain.platform.registry.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.CreditStanding;
import org.citybrain.platform.registry.CreditStanding.Kind;
import org.citybrain.platform.registry.CreditStanding.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicityTest {
    private static final Bilingual LAW = new Bilingual("法", "law");
    private static final CreditType PENALTY = new CreditType(
            Kind.PENALTY, null, "class", Map.of("一般", Severity.GENERAL), "done", "撤", "修复", false, false, LAW);

    private final Publicity publicity =
            new Publicity(List.of(rule("2026-04-01", 3, 12), rule("2023-05-01", 3, 36), rule("2030-01-01", 1, 6)));

    private static PublicityRule rule(String from, int shortest, int longest) {
        return new PublicityRule(from, LAW, Map.of(Severity.GENERAL, new PublicityRule.Period(shortest, longest)));
    }

    private CreditStanding standing(String severity, String from, @Nullable String done, String today) {
        Map<String, @Nullable String> fields = new HashMap<>();
        fields.put("class", severity);
        fields.put("done", done);
        return publicity.standing(PENALTY, fields, from, LocalDate.parse(today));
    }

    @Test
    void followsTheRuleInForceOnTheCitysDay() {
        CreditStanding now = standing("一般", "2026-05-31", "2026-06-02", "2026-11-01");
        assertThat(now.rule()).isEqualTo("2026-04-01");
        assertThat(now.shortest()).isEqualTo("2026-08-31");
        assertThat(now.longest()).isEqualTo("2027-05-31");
        assertThat(now.done()).isTrue();
        assertThat(standing("一般", "2024-05-31", null, "2025-01-01").longest()).isEqualTo("2027-05-31");
        assertThat(standing("一般", "2024-05-31", null, "2025-01-01").done()).isFalse();
        assertThat(standing("一般", "2029-05-31", null, "2031-01-01").rule()).isEqualTo("2030-01-01");
        assertThat(standing("一般", "2020-05-31", null, "2021-01-01").longest()).isNull();
    }

    @Test
    void guessesNeitherAnUnknownClassNorADayThatDoesNotExist() {
        CreditStanding unknown = standing("很严重", "2026-05-31", "no day", "2026-11-01");
        assertThat(unknown.severity()).isNull();
        assertThat(unknown.longest()).isNull();
        assertThat(unknown.done()).isFalse();
        assertThat(standing("一般", "2026-02-30", null, "2026-11-01").longest()).isNull();
    }

    @Test
    void takesNoListOfTheUntrustworthyWithoutALaw() {
        assertThatThrownBy(() -> new CreditType(
                        Kind.BLACK_LIST, Severity.SERIOUS, null, null, null, null, "移出", true, false, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("法律依据");
    }

    @Test
    void takesNoLongestPeriodShorterThanTheShortest() {
        assertThatThrownBy(() -> rule("2026-04-01", 12, 3))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("2026-04-01");
    }
}
