package org.citybrain.platform.region.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.platform.region.Located;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.region.Regions;
import org.citybrain.platform.region.VillagePoint;

/** Divisions and outlines from the files of the home. */
final class FileRegions implements Regions {
    private static final String EMPTY = "{\"type\":\"FeatureCollection\",\"features\":[]}";

    private final Map<String, String> names;
    private final List<Outline> outlines = new ArrayList<>();
    private final String geoJson;
    private final VillageCentres centres;

    FileRegions(Path shared, String city) {
        names = DivisionFiles.read(shared, city);
        geoJson = readOutlines(shared.resolve("data/city/boundaries"), city + "00-");
        parseOutlines();
        centres = new VillageCentres(
                outlines,
                names.keySet().stream().filter(code -> code.length() == 12).toList());
    }

    /** Names of the city's divisions by code. */
    Map<String, String> names() {
        return Collections.unmodifiableMap(names);
    }

    @Override
    public String nameOf(String code) {
        return names.getOrDefault(code, code);
    }

    @Override
    public String pathOf(String code) {
        Set<String> parts = new LinkedHashSet<>();
        for (int length : new int[] {6, 9, 12}) {
            String name = code.length() < length ? null : names.get(code.substring(0, length));
            if (name != null) {
                parts.add(name);
            }
        }
        return parts.isEmpty() ? code : String.join("", parts);
    }

    @Override
    public List<Region> counties() {
        return names.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 6)
                .map(entry -> new Region(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Optional<Located> locate(double longitude, double latitude) {
        for (Outline outline : outlines) {
            if (outline.contains(longitude, latitude)) {
                return Optional.ofNullable(centres.nearest(outline.code(), longitude, latitude))
                        .map(village -> new Located(
                                new Region(outline.code(), nameOf(outline.code())),
                                new Region(village, nameOf(village)),
                                true));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<VillagePoint> villages() {
        return centres.all().stream()
                .map(centre -> new VillagePoint(
                        new Region(centre.village(), nameOf(centre.village())), centre.x(), centre.y()))
                .toList();
    }

    @Override
    public String outlines() {
        return geoJson;
    }

    private static String readOutlines(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return EMPTY;
        }
        try (var files = Files.list(folder)) {
            Optional<Path> file = files.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst();
            return file.isPresent() ? Files.readString(file.get()) : EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the county outlines", e);
        }
    }

    private void parseOutlines() {
        try {
            for (JsonNode feature : new ObjectMapper().readTree(geoJson).path("features")) {
                List<double[][]> rings = new ArrayList<>();
                JsonNode shape = feature.path("geometry");
                if (shape.path("type").asText().equals("MultiPolygon")) {
                    shape.path("coordinates").forEach(polygon -> addRings(rings, polygon));
                } else {
                    addRings(rings, shape.path("coordinates"));
                }
                outlines.add(
                        new Outline(feature.path("properties").path("adcode").asText(), rings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the county outlines are not GeoJSON", e);
        }
    }

    private static void addRings(List<double[][]> rings, JsonNode polygon) {
        for (JsonNode ring : polygon) {
            double[][] points = new double[ring.size()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = new double[] {
                    ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()
                };
            }
            rings.add(points);
        }
    }
}
