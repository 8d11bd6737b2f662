package org.citybrain.platform.region.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One generated centre for each village inside its county's outline, the same at every start. */
final class VillageCentres {
    private static final int TRIES = 1000;

    /** A village and its centre, degrees. */
    record Centre(String village, double x, double y) {}

    private final Map<String, List<Centre>> byCounty = new HashMap<>();

    VillageCentres(Collection<Outline> outlines, Collection<String> villages) {
        Map<String, Outline> outlineOf = new HashMap<>();
        outlines.forEach(outline -> outlineOf.put(outline.code(), outline));
        for (String village : villages) {
            Outline outline = outlineOf.get(village.substring(0, 6));
            if (outline != null) {
                byCounty.computeIfAbsent(outline.code(), code -> new ArrayList<>())
                        .add(place(village, outline));
            }
        }
    }

    /** All centres in the order of the villages' codes. */
    List<Centre> all() {
        return byCounty.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Centre::village))
                .toList();
    }

    /** The village of the county whose centre is nearest; null when the county has none. */
    @Nullable
    String nearest(String county, double x, double y) {
        String best = null;
        double bestDistance = Double.MAX_VALUE;
        double squeeze = Math.cos(Math.toRadians(y)); // a degree of longitude is shorter than one of latitude
        for (Centre centre : byCounty.getOrDefault(county, List.of())) {
            double dx = (centre.x() - x) * squeeze;
            double dy = centre.y() - y;
            double distance = dx * dx + dy * dy;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = centre.village();
            }
        }
        return best;
    }

    private static Centre place(String village, Outline outline) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(village));
        double[] box = outline.box();
        double x = (box[0] + box[2]) / 2;
        double y = (box[1] + box[3]) / 2;
        for (int i = 0; i < TRIES; i++) {
            x = random.nextDouble(box[0], box[2]);
            y = random.nextDouble(box[1], box[3]);
            if (outline.contains(x, y)) {
                break;
            }
        }
        return new Centre(village, x, y);
    }
}
