package org.citybrain.platform.region.internal;

import java.util.List;

/**
 * A county's outline: rings of longitude and latitude in degrees; a point is inside when a ray crosses an odd number of
 * edges, so holes need no special care.
 */
record Outline(String code, List<double[][]> rings) {

    boolean contains(double x, double y) {
        boolean inside = false;
        for (double[][] ring : rings) {
            for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
                boolean spans = ring[i][1] > y != ring[j][1] > y;
                if (spans && x < crossing(ring[i], ring[j], y)) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** West, south, east, north. */
    double[] box() {
        double[] box = {180, 90, -180, -90};
        for (double[][] ring : rings) {
            for (double[] point : ring) {
                box[0] = Math.min(box[0], point[0]);
                box[1] = Math.min(box[1], point[1]);
                box[2] = Math.max(box[2], point[0]);
                box[3] = Math.max(box[3], point[1]);
            }
        }
        return box;
    }

    private static double crossing(double[] a, double[] b, double y) {
        return (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0];
    }
}
