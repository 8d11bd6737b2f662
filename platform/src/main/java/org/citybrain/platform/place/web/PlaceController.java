package org.citybrain.platform.place.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.place.Places;
import org.citybrain.platform.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The village and grid cell of a point. */
@RestController
@RequestMapping("/api/places")
class PlaceController {
    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @GetMapping("/locate")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.REGIONS_READ)
    Places.Spot locate(@RequestParam double longitude, @RequestParam double latitude) {
        return places.locate(longitude, latitude)
                .orElseThrow(() -> Refusal.notFound("a village around " + longitude + ", " + latitude));
    }
}
