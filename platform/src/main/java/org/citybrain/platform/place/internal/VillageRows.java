package org.citybrain.platform.place.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.place.Places.Feature;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.region.VillagePoint;
import org.jspecify.annotations.Nullable;

/**
 * Departments' rows that name a village, laid out around its centre. A row's place follows from all rows of its village, so
 * a row read alone, one in a list and one found by a box go through the same layout.
 */
final class VillageRows {
    private static final String VILLAGE = "region_code";
    /** Cells by their code, as a point is told its cell; what has none by its key. */
    private static final Comparator<FactRow> ORDER = Comparator.<FactRow, String>comparing(
                    row -> String.valueOf(row.field("cell_code")))
            .thenComparing(FactRow::key);

    private final Map<String, VillagePoint> villages;
    private final Facts facts;

    VillageRows(Map<String, VillagePoint> villages, Facts facts) {
        this.villages = villages;
        this.facts = facts;
    }

    /** The living rows of a village, in the order in which they are laid out. */
    List<FactRow> of(String resource, String village) {
        return facts.find(resource, VILLAGE, village).stream().sorted(ORDER).toList();
    }

    /** The features of some villages, in the villages' order. */
    List<Feature> features(String resource, List<VillagePoint> asked) {
        List<String> codes = asked.stream().map(point -> point.village().code()).toList();
        Map<String, List<FactRow>> byVillage = facts.findAll(List.of(resource), VILLAGE, codes).stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.field(VILLAGE))));
        List<Feature> features = new ArrayList<>();
        for (VillagePoint point : asked) {
            features.addAll(laidOut(
                    point,
                    byVillage.getOrDefault(point.village().code(), List.of()).stream()
                            .sorted(ORDER)
                            .toList()));
        }
        return features;
    }

    /** One feature, where the list has it; empty for a row that is gone or names no village of the city. */
    Optional<Feature> find(String resource, String key) {
        return facts.find(resource, key)
                .map(row -> villages.get(String.valueOf(row.field(VILLAGE))))
                .flatMap(centre -> laidOut(centre, of(resource, centre.village().code())).stream()
                        .filter(feature -> feature.id().equals(key))
                        .findFirst());
    }

    private static List<Feature> laidOut(VillagePoint centre, List<FactRow> rows) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FactRow row = rows.get(i);
            Map<String, @Nullable Object> properties = new LinkedHashMap<>(row.fields());
            properties.put("receipt", row.receipt());
            properties.put("generated", true);
            features.add(new Feature(row.key(), Sectors.point(centre, i, rows.size()), properties, null, null));
        }
        return features;
    }
}
