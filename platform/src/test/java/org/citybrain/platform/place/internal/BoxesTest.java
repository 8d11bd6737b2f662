package org.citybrain.platform.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoxesTest {
    /** A right angle with its corner at 0, 0: its own box reaches to 10, 10, it does not. */
    private static final List<List<Integer>> CORNER =
            List.of(List.of(0, 0), List.of(10, 0), List.of(0, 10), List.of(0, 0));

    private static final List<List<Integer>> HOLE =
            List.of(List.of(1, 1), List.of(3, 1), List.of(3, 3), List.of(1, 3), List.of(1, 1));
    private static final Map<String, Object> POLYGON = Map.of("type", "Polygon", "coordinates", List.of(CORNER, HOLE));

    @Test
    void findsAPointInTheBoxAndOnItsEdgeAndNowhereElse() {
        Map<String, Object> point = Map.of("type", "Point", "coordinates", List.of(1.5, 2.5));
        assertThat(Boxes.touches(point, box(1, 2, 2, 3))).isTrue();
        assertThat(Boxes.touches(point, box(1.5, 2.5, 1.5, 2.5))).isTrue();
        assertThat(Boxes.touches(point, box(1.6, 2, 2, 3))).isFalse();
        assertThat(Boxes.touches(point, box(1, 2, 2, 2.4))).isFalse();
    }

    @Test
    void doesNotTakeAPolygonsOwnBoxForThePolygon() {
        assertThat(Boxes.touches(POLYGON, box(8, 8, 9, 9))).isFalse();
        assertThat(Boxes.touches(POLYGON, box(4.5, 4.5, 9, 9))).isTrue();
    }

    @Test
    void findsABoxThatLiesWhollyInsideAPolygonButNotOneInItsHole() {
        assertThat(Boxes.touches(POLYGON, box(4, 1, 4.5, 1.5))).isTrue();
        assertThat(Boxes.touches(POLYGON, box(1.5, 1.5, 2.5, 2.5))).isFalse();
        assertThat(Boxes.touches(POLYGON, box(-1, -1, 11, 11))).isTrue();
    }

    @Test
    void looksIntoEveryPartOfSeveralPolygons() {
        Map<String, Object> parts = Map.of(
                "type",
                "MultiPolygon",
                "coordinates",
                List.of(
                        List.of(CORNER),
                        List.of(List.of(
                                List.of(20, 20), List.of(30, 20), List.of(30, 30), List.of(20, 30), List.of(20, 20)))));
        assertThat(Boxes.touches(parts, box(24, 24, 25, 25))).isTrue();
        assertThat(Boxes.touches(parts, box(12, 12, 15, 15))).isFalse();
    }

    @Test
    void findsALineThatCrossesTheBoxWithoutAPositionInIt() {
        Map<String, Object> line = Map.of("type", "LineString", "coordinates", List.of(List.of(0, 0), List.of(10, 10)));
        assertThat(Boxes.touches(line, box(4, 4.5, 5, 5.5))).isTrue();
        assertThat(Boxes.touches(line, box(6, 2, 8, 4))).isFalse();
    }

    @Test
    void neverFindsWhatHasNoGeometry() {
        assertThat(Boxes.touches(null, box(-180, -90, 180, 90))).isFalse();
    }

    private static double[] box(double west, double south, double east, double north) {
        return new double[] {west, south, east, north};
    }
}
