package org.citybrain.platform.place.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a geometry's own box touches another one. */
final class Boxes {
    private static final int EAST = 2;
    private static final int NORTH = 3;

    private Boxes() {}

    static boolean touches(@Nullable Object geometry, double[] box) {
        if (!(geometry instanceof Map<?, ?> shape)) {
            return false;
        }
        double[] own = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        widen(own, shape.get("coordinates"));
        return own[0] <= box[EAST] && own[EAST] >= box[0] && own[1] <= box[NORTH] && own[NORTH] >= box[1];
    }

    private static void widen(double[] box, @Nullable Object coordinates) {
        if (coordinates instanceof List<?> list && !list.isEmpty()) {
            if (list.getFirst() instanceof Number x && list.get(1) instanceof Number y) {
                box[0] = Math.min(box[0], x.doubleValue());
                box[1] = Math.min(box[1], y.doubleValue());
                box[EAST] = Math.max(box[EAST], x.doubleValue());
                box[NORTH] = Math.max(box[NORTH], y.doubleValue());
            } else {
                list.forEach(part -> widen(box, part));
            }
        }
    }
}
