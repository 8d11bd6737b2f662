package org.citybrain.platform.place.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Facts facts;
    private final Map<String, VillagePoint> villages;
    private final List<Feature> counties = new ArrayList<>();
    private final List<Feature> changes;

    StoredPlaces(Regions regions, Facts facts, Home home) throws JsonProcessingException {
        this.regions = regions;
        this.facts = facts;
        this.villages = regions.villages().stream()
                .collect(Collectors.toMap(
                        point -> point.village().code(), point -> point, (a, b) -> a, LinkedHashMap::new));
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
        List<FactRow> cells = cellsOf(code);
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

    private List<FactRow> cellsOf(String village) {
        return facts.find(PlaceNeeds.CELLS, "region_code", village).stream()
                .sorted(Comparator.comparing(row -> String.valueOf(row.field("cell_code"))))
                .toList();
    }

    @Override
    public List<Collection> collections() {
        return COLLECTIONS;
    }

    @Override
    public Found items(String collection, Question question) {
        return switch (collection) {
            case "counties" -> page(counties, question);
            case "villages" -> page(within(question).stream().map(this::village).toList(), question);
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
            case "grid-cells" -> row(PlaceNeeds.CELLS, id);
            case "houses" -> row(PlaceNeeds.HOUSES, id);
            default -> Optional.empty();
        };
    }

    private Optional<Feature> row(String resource, String key) {
        return facts.find(resource, key).flatMap(row -> {
            VillagePoint centre = villages.get(String.valueOf(row.field("region_code")));
            return centre == null ? Optional.empty() : Optional.of(feature(row, centre, 0, 1));
        });
    }

    private static Optional<Feature> find(List<Feature> features, String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }

    private List<VillagePoint> within(Question question) {
        double[] box = question.box();
        return villages.values().stream()
                .filter(point -> point.village().code().startsWith(question.region()))
                .filter(point -> box == null
                        || point.longitude() >= box[0]
                                && point.latitude() >= box[1]
                                && point.longitude() <= box[2]
                                && point.latitude() <= box[3])
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

    /** The rows of the villages asked for, in the villages' order. */
    private List<Feature> ofVillages(String resource, Question question) {
        List<VillagePoint> asked = within(question);
        List<Feature> features = new ArrayList<>();
        Map<String, List<FactRow>> byVillage = facts
                .findAll(
                        List.of(resource),
                        "region_code",
                        asked.stream().map(point -> point.village().code()).toList())
                .stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.field("region_code"))));
        for (VillagePoint point : asked) {
            List<FactRow> rows = byVillage.getOrDefault(point.village().code(), List.of()).stream()
                    .sorted(Comparator.comparing(FactRow::key))
                    .toList();
            for (int i = 0; i < rows.size(); i++) {
                features.add(feature(rows.get(i), point, i, rows.size()));
            }
        }
        return features;
    }

    private static Feature feature(FactRow row, VillagePoint centre, int place, int of) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(row.fields());
        properties.put("receipt", row.receipt());
        properties.put("generated", true);
        return new Feature(row.key(), Sectors.point(centre, place, of), properties, null, null);
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
