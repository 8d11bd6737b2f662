package org.citybrain.platform.place.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.place.Places;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Located;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.region.VillagePoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places from the divisions of the home and the facts of their departments. */
@Component
class StoredPlaces implements Places {
    private static final List<Collection> COLLECTIONS = List.of(
            new Collection("counties", "县（市、区）", "Counties", true),
            new Collection("villages", "村（社区）", "Villages", true),
            new Collection("division-changes", "行政区划变更", "Changes of divisions", true),
            new Collection("grid-cells", "单元网格", "Grid cells", true),
            new Collection("houses", "房屋", "Houses", false));
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final Regions regions;
    private final VillageRows rows;
    private final Map<String, VillagePoint> villages;
    private final List<Feature> counties = new ArrayList<>();
    private final List<Feature> changes;

    StoredPlaces(Regions regions, Facts facts, Home home) throws JsonProcessingException {
        this.regions = regions;
        this.villages = regions.villages().stream()
                .collect(Collectors.toMap(
                        point -> point.village().code(), point -> point, (a, b) -> a, LinkedHashMap::new));
        this.rows = new VillageRows(villages, facts);
        Path folder = home.config()
                .find("registries.dir")
                .map(Path::of)
                .orElseGet(() -> home.config().getPath("scenes.dir").resolveSibling("registries"));
        this.changes = DivisionChanges.read(folder.resolve("division-changes.csv"));
        ObjectMapper json = new ObjectMapper();
        for (var feature : json.readTree(regions.outlines()).path("features")) {
            String code = feature.path("properties").path("adcode").asText();
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("code", code);
            properties.put("name", regions.nameOf(code));
            properties.put("sketch", true);
            counties.add(
                    new Feature(code, json.convertValue(feature.path("geometry"), OBJECT), properties, null, null));
        }
    }

    @Override
    public Optional<Spot> locate(double longitude, double latitude) {
        return regions.locate(longitude, latitude).map(located -> spot(located, longitude, latitude));
    }

    private Spot spot(Located located, double longitude, double latitude) {
        String code = located.village().code();
        List<FactRow> cells = rows.of(PlaceNeeds.CELLS, code);
        VillagePoint centre = villages.get(code);
        FactRow cell = cells.isEmpty() || centre == null
                ? null
                : cells.get(Sectors.of(centre, longitude, latitude, cells.size()));
        return new Spot(
                located.county(),
                located.village(),
                regions.pathOf(code),
                cell == null ? null : cell.field("cell_code"),
                cell == null ? null : cell.field("title"),
                cell == null ? null : cell.receipt(),
                located.generated());
    }

    @Override
    public List<Collection> collections() {
        return COLLECTIONS;
    }

    @Override
    public Found items(String collection, Question question) {
        return switch (collection) {
            case "counties" -> page(counties, question);
            case "villages" ->
                page(within(question, 0).stream().map(this::village).toList(), question);
            case "division-changes" -> page(question.box() == null ? changes : List.of(), question);
            case "grid-cells" -> page(ofVillages(PlaceNeeds.CELLS, question), question);
            case "houses" -> page(ofVillages(PlaceNeeds.HOUSES, question), question);
            default -> throw Refusal.notFound("collection " + collection);
        };
    }

    @Override
    public Optional<Feature> item(String collection, String id) {
        return switch (collection) {
            case "counties" -> find(counties, id);
            case "villages" -> Optional.ofNullable(villages.get(id)).map(this::village);
            case "division-changes" -> find(changes, id);
            case "grid-cells" -> rows.find(PlaceNeeds.CELLS, id);
            case "houses" -> rows.find(PlaceNeeds.HOUSES, id);
            default -> Optional.empty();
        };
    }

    private static Optional<Feature> find(List<Feature> features, String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }

    /** Villages whose features may lie in the box when they are at most so many degrees from the centre. */
    private List<VillagePoint> within(Question question, double reach) {
        double[] box = question.box() == null ? null : Boxes.widened(question.box(), reach);
        return villages.values().stream()
                .filter(point -> point.village().code().startsWith(question.region()))
                .filter(point -> box == null || Boxes.touches(point(point.longitude(), point.latitude()), box))
                .toList();
    }

    private Feature village(VillagePoint point) {
        String code = point.village().code();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("code", code);
        properties.put("name", point.village().name());
        properties.put("path", regions.pathOf(code));
        properties.put("generated", true);
        return new Feature(code, point(point.longitude(), point.latitude()), properties, null, null);
    }

    private List<Feature> ofVillages(String resource, Question question) {
        return rows.features(resource, within(question, Sectors.REACH));
    }

    static Map<String, @Nullable Object> point(double longitude, double latitude) {
        Map<String, @Nullable Object> point = new LinkedHashMap<>();
        point.put("type", "Point");
        point.put("coordinates", List.of(longitude, latitude));
        return point;
    }

    private static Found page(List<Feature> features, Question question) {
        double[] box = question.box();
        List<Feature> asked = features.stream()
                .filter(feature -> isAt(feature, question.from(), question.to()))
                .filter(feature -> box == null || Boxes.touches(feature.geometry(), box))
                .toList();
        return new Found(
                asked.stream().skip(question.offset()).limit(question.limit()).toList(), asked.size());
    }

    private static boolean isAt(Feature feature, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean begun = to == null || feature.from() == null || !feature.from().isAfter(to);
        boolean lasting = from == null || feature.to() == null || feature.to().isAfter(from);
        return begun && lasting;
    }
}
