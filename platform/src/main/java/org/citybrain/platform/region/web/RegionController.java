package org.citybrain.platform.region.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Located;
import org.citybrain.platform.region.Regions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outlines for the map, and the village of a point. */
@RestController
@RequestMapping("/api/regions")
class RegionController {
    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    @GetMapping(path = "/geojson", produces = MediaType.APPLICATION_JSON_VALUE)
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.REGIONS_READ)
    String outlines() {
        return regions.outlines();
    }

    @GetMapping("/locate")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.REGIONS_READ)
    Located locate(@RequestParam double longitude, @RequestParam double latitude) {
        return regions.locate(longitude, latitude)
                .orElseThrow(() -> Refusal.notFound("county around " + longitude + ", " + latitude));
    }
}
