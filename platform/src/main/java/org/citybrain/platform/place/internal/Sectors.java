package org.citybrain.platform.place.internal;

import java.util.Map;
import org.citybrain.platform.region.VillagePoint;
import org.jspecify.annotations.Nullable;

/** While cells have no published outlines, those of a village are equal sectors around its centre, in order from east. */
final class Sectors {
    /** How far, in degrees, a row may lie from its village's centre: the circle, and a little for what rounding takes. */
    static final double REACH = 0.002_001;

    private static final double RADIUS = 0.002;

    private Sectors() {}

    /** Which of {@code count} sectors a point lies in. */
    static int of(VillagePoint centre, double longitude, double latitude, int count) {
        double angle = Math.atan2(latitude - centre.latitude(), longitude - centre.longitude());
        double turn = angle < 0 ? angle + 2 * Math.PI : angle;
        return Math.min(count - 1, (int) (turn / (2 * Math.PI) * count));
    }

    /** A point inside a sector, near the centre. */
    static Map<String, @Nullable Object> point(VillagePoint centre, int sector, int count) {
        double angle = (sector + 0.5) / count * 2 * Math.PI;
        return StoredPlaces.point(
                centre.longitude() + RADIUS * Math.cos(angle), centre.latitude() + RADIUS * Math.sin(angle));
    }
}
