package org.citybrain.platform.place.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a GeoJSON geometry and a box (west, south, east, north) have a point in common; edges belong to both. */
final class Boxes {
    private static final int EAST = 2;
    private static final int NORTH = 3;

    private Boxes() {}

    static boolean touches(@Nullable Object geometry, double[] box) {
        if (!(geometry instanceof Map<?, ?> shape)) {
            return false;
        }
        List<?> coordinates = list(shape.get("coordinates"));
        return switch (String.valueOf(shape.get("type"))) {
            case "Polygon" -> polygon(coordinates, box);
            case "MultiPolygon" -> coordinates.stream().anyMatch(part -> polygon(list(part), box));
            default -> anyMeets(coordinates, box);
        };
    }

    /** A border runs through the box, or the whole box lies inside. */
    private static boolean polygon(List<?> rings, double[] box) {
        return anyMeets(rings, box)
                || rings.stream()
                                        .filter(ring -> around(list(ring), box[0], box[1]))
                                        .count()
                                % 2
                        == 1;
    }

    /** A point, a line, or any of several of them. */
    private static boolean anyMeets(List<?> parts, double[] box) {
        if (parts.isEmpty()) {
            return false;
        }
        if (parts.getFirst() instanceof Number) {
            return clips(position(parts), position(parts), box);
        }
        List<?> first = list(parts.getFirst());
        if (first.isEmpty() || !(first.getFirst() instanceof Number)) {
            return parts.stream().anyMatch(part -> anyMeets(list(part), box));
        }
        List<double[]> line = parts.stream().map(Boxes::position).toList();
        return IntStream.range(0, line.size()).anyMatch(i -> clips(line.get(Math.max(0, i - 1)), line.get(i), box));
    }

    /** Whether a stretch from one position to another has a part in the box. */
    private static boolean clips(double[] from, double[] to, double[] box) {
        double begin = 0;
        double end = 1;
        for (int axis = 0; axis < 2; axis++) {
            double step = to[axis] - from[axis];
            double low = box[axis] - from[axis];
            double high = box[axis + 2] - from[axis];
            if (step == 0) {
                if (low > 0 || high < 0) {
                    return false;
                }
            } else {
                begin = Math.max(begin, Math.min(low / step, high / step));
                end = Math.min(end, Math.max(low / step, high / step));
            }
        }
        return begin <= end;
    }

    /** Whether a ring goes around a point: a ray to the east meets its border an odd number of times. */
    private static boolean around(List<?> ring, double x, double y) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            double[] a = position(ring.get(i - 1));
            double[] b = position(ring.get(i));
            if (a[1] > y != b[1] > y && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** A box around a point; all villages whose rows may lie in a box have their centre in the widened one. */
    static double[] widened(double[] box, double by) {
        return new double[] {box[0] - by, box[1] - by, box[EAST] + by, box[NORTH] + by};
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static double[] position(@Nullable Object value) {
        return Stream.of(list(value))
                .flatMap(List::stream)
                .limit(2)
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
    }
}
