package org.citybrain.samplecity.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.junit.jupiter.api.Test;

class CityConfigTest {
    private static final String FOUR = "public_security,health_insurance,civil_affairs,human_resources";

    @Test
    void raisesTheDepartmentsOfTheListInTheirOwnOrder() {
        assertThat(asking("tax," + FOUR).departments())
                .hasSize(5)
                .startsWith(CityTables.PUBLIC_SECURITY)
                .endsWith(CityTables.TAX);
    }

    @Test
    void raisesThoseItHasCredentialsForWhenAnOlderHomeHasNoList() {
        Map<String, String> values = new TreeMap<>();
        for (String department : CityTables.STORY_DEPARTMENTS) {
            values.put("dept." + department + ".user", department);
        }
        assertThat(CityConfig.of(HomeConfig.of(values)).departments())
                .containsExactlyElementsOf(CityTables.STORY_DEPARTMENTS);
    }

    @Test
    void refusesADepartmentThatDoesNotExist() {
        assertThatThrownBy(() -> asking(FOUR + ",taxes").departments())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("taxes");
    }

    @Test
    void refusesACityWithoutTheDepartmentsItLivesIn() {
        assertThatThrownBy(() -> asking("public_security,tax").departments())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must name health_insurance");
    }

    private static CityConfig asking(String departments) {
        return CityConfig.of(HomeConfig.of(Map.of("city.departments", departments)));
    }
}
