package org.citybrain.platform.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.place.Places.Feature;
import org.citybrain.platform.place.Places.Found;
import org.citybrain.platform.place.Places.Question;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.Located;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.region.VillagePoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rows of two villages lie, read alone, in a list, by a box and by a point. */
class StoredPlacesTest {
    private static final double NEAR = 0.000_4;
    private static final List<VillagePoint> VILLAGES = List.of(
            new VillagePoint(new Region("360902001001", "东门"), 113.9156571, 27.8417962),
            new VillagePoint(new Region("360902001002", "西门"), 113.9256571, 27.8417962));

    @TempDir
    private Path folder;

    private StoredPlaces subject;

    @BeforeEach
    void twoVillagesWithCellsAndHouses() throws JsonProcessingException {
        List<FactRow> rows = new ArrayList<>();
        for (String resource : List.of(PlaceNeeds.CELLS, PlaceNeeds.HOUSES)) {
            for (int i = 1; i <= 12; i++) {
                String village = VILLAGES.get(i % 2).village().code();
                rows.add(row(resource, Integer.toString(i), village, village + "%03d".formatted(100 - i)));
            }
        }
        Home home = new Home(HomeConfig.of(Map.of("registries.dir", folder.toString())));
        subject = new StoredPlaces(new TwoVillages(), new Rows(rows), home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"villages", "grid-cells", "houses"})
    void givesAFeatureOnePlaceInTheListAloneAndByABox(String collection) {
        List<Feature> all = subject.items(collection, ask(null, 1000, 0)).features();
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(all).extracting(Feature::geometry).doesNotHaveDuplicates();
        for (Feature listed : all) {
            assertThat(subject.item(collection, listed.id())).contains(listed);
            Found around = subject.items(collection, ask(around(listed), 1000, 0));
            assertThat(around.features()).contains(listed);
            assertThat(around.matched()).isEqualTo(around.features().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid-cells", "houses"})
    void keepsExactlyTheFeaturesWhoseOwnPointLiesInTheBoxAlsoWithoutTheirVillagesCentre(String collection) {
        double[] east = {113.9160, 27.8, 113.9270, 27.9};
        List<Feature> inside = subject.items(collection, ask(null, 1000, 0)).features().stream()
                .filter(feature -> longitude(feature) >= east[0] && longitude(feature) <= east[2])
                .toList();
        Found found = subject.items(collection, ask(east, 1000, 0));
        assertThat(found.features()).containsExactlyElementsOf(inside);
        assertThat(inside)
                .extracting(feature -> feature.properties().get("region_code"))
                .contains("360902001001");
        assertThat(inside).hasSizeLessThan(12);
    }

    @Test
    void pagesThroughWhatTheBoxHoldsWithoutLosingOrRepeatingAFeature() {
        double[] east = {113.9160, 27.8, 113.9270, 27.9};
        Found all = subject.items("grid-cells", ask(east, 1000, 0));
        List<Feature> paged = new ArrayList<>();
        for (int offset = 0; offset < all.matched(); offset += 2) {
            Found page = subject.items("grid-cells", ask(east, 2, offset));
            assertThat(page.matched()).isEqualTo(all.matched());
            paged.addAll(page.features());
        }
        assertThat(paged).isEqualTo(all.features());
    }

    @Test
    void tellsAtACellsOwnPointThatCell() {
        for (Feature cell : subject.items("grid-cells", ask(null, 1000, 0)).features()) {
            assertThat(subject.locate(longitude(cell), latitude(cell)))
                    .hasValueSatisfying(spot ->
                            assertThat(spot.cell()).isEqualTo(cell.properties().get("cell_code")));
        }
    }

    private static double[] around(Feature feature) {
        double x = longitude(feature);
        double y = latitude(feature);
        return new double[] {x - NEAR, y - NEAR, x + NEAR, y + NEAR};
    }

    private static double longitude(Feature feature) {
        return (Double) ((List<?>) ((Map<?, ?>) feature.geometry()).get("coordinates")).get(0);
    }

    private static double latitude(Feature feature) {
        return (Double) ((List<?>) ((Map<?, ?>) feature.geometry()).get("coordinates")).get(1);
    }

    private static Question ask(double[] box, int limit, int offset) {
        return new Question(box, null, null, "", limit, offset);
    }

    private static FactRow row(String resource, String key, String village, String cell) {
        Map<String, String> fields = resource.equals(PlaceNeeds.CELLS)
                ? Map.of("region_code", village, "cell_code", cell)
                : Map.of("region_code", village);
        return new FactRow(resource, key, Map.copyOf(fields), 0, 1, 0, Instant.EPOCH, Instant.EPOCH);
    }

    private record Rows(List<FactRow> rows) implements Facts {
        @Override
        public List<FactRow> find(String resource, String field, String value) {
            return rows.stream()
                    .filter(row -> row.resource().equals(resource) && value.equals(row.field(field)))
                    .toList();
        }

        @Override
        public Optional<FactRow> find(String resource, String key) {
            return rows.stream()
                    .filter(row -> row.resource().equals(resource) && row.key().equals(key))
                    .findFirst();
        }

        @Override
        public List<FactRow> findAnywhere(String lookupField, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FactRow> findAnywhere(String lookupField, Collection<String> values) {
            throw new UnsupportedOperationException();
        }
    }

    private record TwoVillages() implements Regions {
        @Override
        public String nameOf(String code) {
            return code;
        }

        @Override
        public String pathOf(String code) {
            return code;
        }

        @Override
        public List<Region> counties() {
            return List.of(new Region("360902", "袁州区"));
        }

        @Override
        public Optional<Located> locate(double longitude, double latitude) {
            return VILLAGES.stream()
                    .min((a, b) ->
                            Double.compare(Math.abs(a.longitude() - longitude), Math.abs(b.longitude() - longitude)))
                    .map(point -> new Located(counties().getFirst(), point.village(), true));
        }

        @Override
        public String outlines() {
            return "{\"type\":\"FeatureCollection\",\"features\":[]}";
        }

        @Override
        public List<VillagePoint> villages() {
            return VILLAGES;
        }
    }
}
