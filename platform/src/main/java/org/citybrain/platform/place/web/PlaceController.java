package org.citybrain.platform.place.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.place.Places;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Address;
import org.citybrain.platform.region.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The village and grid cell of a point, and what an address says. */
@RestController
@RequestMapping("/api/places")
class PlaceController {
    private static final int LONGEST = 200;
    private static final int FARTHEST_EAST = 180;
    private static final int FARTHEST_NORTH = 90;
    private final Places places;
    private final Addresses addresses;

    PlaceController(Places places, @Lazy Addresses addresses) {
        this.places = places;
        this.addresses = addresses;
    }

    /** An address as somebody wrote it, at most 200 signs. */
    record AddressRequest(@Nullable String text) {}

    /** Takes an address apart. It comes in the body, for it may be somebody's home; nothing of it is kept. */
    @PostMapping("/address")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.REGIONS_READ)
    Address address(@RequestBody AddressRequest request) {
        String text = request.text();
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Refusal.of(
                    CommonProblem.BAD_REQUEST,
                    "text 须为 1 至 " + LONGEST + " 字的地址 · text must be an address of 1 to " + LONGEST + " characters");
        }
        return addresses.read(text);
    }

    @GetMapping("/locate")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.REGIONS_READ)
    Places.Spot locate(@RequestParam double longitude, @RequestParam double latitude) {
        requireWithin("longitude", "经度", longitude, FARTHEST_EAST);
        requireWithin("latitude", "纬度", latitude, FARTHEST_NORTH);
        return places.locate(longitude, latitude)
                .orElseThrow(() -> Refusal.notFound("village around " + longitude + ", " + latitude));
    }

    /** NaN is within nothing, so that it is refused as well. */
    private static void requireWithin(String name, String zh, double degrees, int most) {
        if (!(Math.abs(degrees) <= most)) {
            throw Refusal.badRequest(name + "（" + zh + "）须为 -" + most + " 至 " + most + " 的度数，而不是 " + degrees + " · "
                    + name + " must be degrees from -" + most + " to " + most + ", not " + degrees);
        }
    }
}
