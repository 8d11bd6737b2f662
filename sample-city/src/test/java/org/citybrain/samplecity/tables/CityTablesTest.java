package org.citybrain.samplecity.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.citybrain.kernel.code.DataElement;
import org.junit.jupiter.api.Test;

class CityTablesTest {
    @Test
    void hasTheNineTablesOfFourDepartmentsEachWithOneKey() {
        assertThat(CityTables.all()).hasSize(9);
        assertThat(CityTables.all())
                .allSatisfy(t ->
                        assertThat(t.columns().stream().filter(Column::key)).hasSize(1));
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
        assertThat(registrations).hasSize(9).allSatisfy(node -> {
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
