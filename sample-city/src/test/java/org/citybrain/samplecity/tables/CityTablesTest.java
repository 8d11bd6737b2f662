package org.citybrain.samplecity.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.citybrain.kernel.code.DataElement;
import org.junit.jupiter.api.Test;

class CityTablesTest {
    @Test
    void hasSixtySixTablesOfTwelveDepartmentsEachWithOneKeyAndOneResource() {
        assertThat(CityTables.all()).hasSize(66).extracting(CityTable::resource).doesNotHaveDuplicates();
        assertThat(CityTables.all()).extracting(CityTable::department).containsOnlyElementsOf(CityTables.DEPARTMENTS);
        assertThat(CityTables.all())
                .allSatisfy(t ->
                        assertThat(t.columns().stream().filter(Column::key)).hasSize(1));
    }

    @Test
    void givesEveryResourceACodeOfItsOwn() {
        assertThat(CityTables.all()).extracting(CityTable::code).doesNotHaveDuplicates();
    }

    @Test
    void keepsEveryDepartmentOnPostgresUntilItsFileSaysOtherwise() {
        assertThat(CityTables.system(CityTables.HOUSING_FUND)).isEqualTo(DepartmentSystem.MARIADB);
        assertThat(CityTables.system(CityTables.TAX)).isEqualTo(DepartmentSystem.POSTGRESQL);
        assertThat(DepartmentSystem.of("mariadb")).isEqualTo(DepartmentSystem.MARIADB);
    }

    @Test
    void letsEducationDeliverFilesAndUrbanManagementOfferAnInterface() {
        assertThat(CityTables.system(CityTables.EDUCATION)).isEqualTo(DepartmentSystem.FOLDER);
        assertThat(CityTables.system(CityTables.URBAN_MANAGEMENT)).isEqualTo(DepartmentSystem.HTTP);
    }

    @Test
    void namesOnlyDataElementsTheKernelKnows() {
        CityTables.all().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.element() != null)
                .forEach(c -> assertThat(DataElement.find(c.element()))
                        .as(c.element())
                        .isPresent());
    }

    @Test
    void registersEveryTableWithTheMetadataOfTheGuide() {
        List<ObjectNode> registrations = CityTables.registrations();
        assertThat(registrations).hasSize(66).allSatisfy(node -> {
            for (String name : List.of(
                    "resource",
                    "department",
                    "code",
                    "title",
                    "abstract",
                    "resourceClass",
                    "format",
                    "shareType",
                    "shareCondition",
                    "shareBasis",
                    "openType",
                    "updateCycle",
                    "fields")) {
                assertThat(node.hasNonNull(name)).as(name).isTrue();
            }
            assertThat(node.get("code").asText()).matches("\\d{6,}/\\d+");
            assertThat(StreamSupport.stream(node.get("fields").spliterator(), false))
                    .allMatch(f -> f.hasNonNull("sourceType") && f.get("title").hasNonNull("zh"));
        });
    }
}
