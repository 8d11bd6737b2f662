package org.citybrain.samplecity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.config.CityConfig;
import org.junit.jupiter.api.Test;

class RunPlanTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "city.node", "3609",
            "dept.pg.port", "1",
            "dept.pg.admin.password", "secret",
            "dept.tax.user", "tax",
            "dept.tax.password", "own");

    private static RunPlan plan(int rows) {
        return RunPlan.of(CityConfig.of(HomeConfig.of(SETTINGS)), rows);
    }

    @Test
    void hasExactlyAsManyRowsAsWishedAmongSeventeenUnits() {
        for (int rows : new int[] {272, 1_000, 1_522_300}) {
            RunPlan plan = plan(rows);
            assertThat(plan.units()).hasSize(17);
            long sum = 0;
            for (int unit = 0; unit < 17; unit++) {
                sum += plan.rowsOf(unit);
                assertThat(plan.rows(unit, unit)).as("nothing for itself").isZero();
            }
            assertThat(sum).isEqualTo(rows);
        }
    }

    @Test
    void isTheSameEachTimeAndGivesEveryPairSomething() {
        RunPlan one = plan(1_522_300);
        RunPlan two = plan(1_522_300);
        for (int from = 0; from < 17; from++) {
            for (int to = 0; to < 17; to++) {
                assertThat(one.rows(from, to)).isEqualTo(two.rows(from, to));
                assertThat(one.rows(from, to) > 0).isEqualTo(from != to);
            }
        }
    }

    @Test
    void servesADepartmentFromItsOwnDatabaseAndOthersFromOneOfTheirName() {
        RunPlan plan = plan(1_000);
        assertThat(plan.units().stream().filter(RunUnit::served))
                .extracting(RunUnit::code)
                .containsExactly("tax");
        RunUnit county = plan.units().getLast();
        assertThat(county.code()).startsWith("county_3609");
        assertThat(county.database()).isEqualTo(county.code());
        assertThat(county.access().password()).hasSize(32).doesNotContain("secret");
        assertThat(plan.registration(county).get("resource").asText()).isEqualTo(county.code() + ".service_record");
        assertThat(plan.fieldNames()).contains("partner_unit");
    }
}
