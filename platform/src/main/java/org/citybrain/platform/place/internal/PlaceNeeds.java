package org.citybrain.platform.place.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks for the resources of the map as soon as they are registered; nothing is read ungranted. */
@Component
class PlaceNeeds {
    static final String CELLS = "urban_management.grid_cell";
    static final String HOUSES = "natural_resources.house";
    private static final String NAME = "registry-place";
    private static final long EVERY_MILLIS = 3_000;
    private static final Map<String, List<String>> FIELDS = Map.of(
            CELLS, List.of("cell_no", "cell_code", "region_code", "title", "households"),
            HOUSES, List.of("house_no", "unit_code", "region_code", "estate", "address", "use_kind", "area"));

    private final Catalogue catalogue;
    private final Needs needs;
    private final Set<String> asked = new HashSet<>();

    PlaceNeeds(Catalogue catalogue, Needs needs) {
        this.catalogue = catalogue;
        this.needs = needs;
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void ask() {
        FIELDS.forEach((resource, fields) -> {
            if (!asked.contains(resource) && catalogue.find(resource).isPresent()) {
                Callers.run(Caller.system("place"), () -> grant(resource, fields));
                asked.add(resource);
            }
        });
    }

    private void grant(String resource, List<String> fields) {
        needs.grant(
                NAME,
                resource,
                fields,
                List.of("region_code"),
                new Bilingual("空间地理库查询", "Lookup in the place registry"),
                "政务数据共享条例");
    }
}
