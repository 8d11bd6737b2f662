package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A point gives its village code and grid cell; a box gives the cells in it. */
public final class PlaceStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int OK = 200;

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String title() {
        return "点到村居代码和单元网格 · a point gives its village code and grid cell";
    }

    @Override
    public void walk(Walk walk) {
        if (walk.machine().ask("/api/resources/urban_management.grid_cell").status() != OK) {
            throw new SkippedException("城管局未接入 · this city has no city management department");
        }
        if (walk.machine()
                        .get("/ogc/collections/villages/items?limit=1")
                        .path("numberMatched")
                        .asInt()
                == 0) {
            throw new SkippedException("没有行政区划数据 · this home has no divisions");
        }
        JsonNode cell = walk.await(
                "单元网格已入库 grid cells are there", SOON, () -> first(walk, "/ogc/collections/grid-cells/items?limit=1"));
        JsonNode point = cell.path("geometry").path("coordinates");
        double x = point.get(0).asDouble();
        double y = point.get(1).asDouble();
        JsonNode spot = walk.machine().get("/api/places/locate?longitude=" + x + "&latitude=" + y);
        walk.expect(
                "村居代码 village code",
                cell.path("properties").path("region_code").asText(),
                spot.path("village").path("code").asText());
        walk.expect(
                "单元网格 grid cell",
                cell.path("properties").path("cell_code").asText(),
                spot.path("cell").asText());
        String box = (x - 0.003) + "," + (y - 0.003) + "," + (x + 0.003) + "," + (y + 0.003);
        walk.expectThat(
                "框选得到其中的网格 a box gives the cells in it",
                first(walk, "/ogc/collections/grid-cells/items?bbox=" + box).isPresent(),
                box);
    }

    private static Optional<JsonNode> first(Walk walk, String path) {
        JsonNode features = walk.machine().get(path).path("features");
        return features.isEmpty() ? Optional.empty() : Optional.of(features.get(0));
    }
}
