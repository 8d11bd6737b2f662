package org.citybrain.platform.place.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.place.Places;
import org.citybrain.platform.problem.CommonProblem;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * OGC API Features, parts 1 (Core, GeoJSON, OpenAPI 3.0) and 2 (CRS). Divisions and grid cells are open to everybody; a
 * personal collection is neither listed nor answered to those who may not read the registry, and to others for a purpose only.
 */
@RestController
@RequestMapping("/ogc")
class OgcController {
    private static final int SHORTEST_REASON = 2;
    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");
    private static final MediaType OPEN_API = MediaType.valueOf("application/vnd.oai.openapi+json;version=3.0");
    private static final List<String> CONFORMS = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");

    private final Places places;
    private final Audit audit;

    OgcController(Places places, Audit audit) {
        this.places = places;
        this.audit = audit;
    }

    @GetMapping({"", "/"})
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    Map<String, Object> landing() {
        return Map.of(
                "title", "CityBrain 空间地理库 · place registry",
                "description", "OGC API Features · 示意图 sketch: village centres are generated",
                "links",
                        List.of(
                                OgcLinks.of("self", "/ogc", "application/json"),
                                OgcLinks.of("service-desc", "/ogc/api", OPEN_API.toString()),
                                OgcLinks.of("conformance", "/ogc/conformance", "application/json"),
                                OgcLinks.of("data", "/ogc/collections", "application/json")));
    }

    @GetMapping("/conformance")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    Map<String, Object> conformance() {
        return Map.of("conformsTo", CONFORMS);
    }

    @GetMapping("/api")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    ResponseEntity<Map<String, Object>> api() {
        return ResponseEntity.ok().contentType(OPEN_API).body(OgcDescription.of(open()));
    }

    @GetMapping("/collections")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    Map<String, Object> collections() {
        return Map.of(
                "links", List.of(OgcLinks.of("self", "/ogc/collections", "application/json")),
                "crs", List.of(OgcQuestion.CRS84, OgcQuestion.EPSG4326),
                "collections", open().stream().map(OgcLinks::collection).toList());
    }

    @GetMapping("/collections/{id}")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    Map<String, Object> collection(@PathVariable String id) {
        return OgcLinks.collection(get(id));
    }

    @GetMapping("/collections/{id}/items")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    ResponseEntity<Map<String, Object>> items(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        Places.Collection collection = get(id);
        Map<String, String> parameters = OgcQuestion.single(given);
        answerFor(collection, parameters);
        String region = collection.open() ? "" : Callers.get().region();
        OgcQuestion asked = OgcQuestion.of(parameters, region);
        Places.Found found = places.items(id, asked.question());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "FeatureCollection");
        body.put("timeStamp", Instant.now().toString());
        body.put("numberMatched", found.matched());
        body.put("numberReturned", found.features().size());
        body.put("links", paging(request, parameters, asked, found));
        body.put(
                "features",
                found.features().stream()
                        .map(one -> OgcLinks.feature(one, asked.crs()))
                        .toList());
        return answer(body, asked.crs());
    }

    @GetMapping("/collections/{id}/items/{featureId}")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.REGIONS_READ)
    ResponseEntity<Map<String, Object>> item(
            @PathVariable String id,
            @PathVariable String featureId,
            @RequestParam MultiValueMap<String, String> given) {
        Places.Collection collection = get(id);
        Map<String, String> parameters = OgcQuestion.single(given);
        answerFor(collection, parameters);
        OgcQuestion asked = OgcQuestion.of(parameters, "");
        Places.Feature feature = places.item(id, featureId).orElseThrow(() -> Refusal.notFound(id + " " + featureId));
        String place = String.valueOf(feature.properties().get("region_code"));
        if (!collection.open() && !Callers.get().covers(place)) {
            throw Refusal.notFound(id + " " + featureId);
        }
        Map<String, Object> body = OgcLinks.feature(feature, asked.crs());
        body.put(
                "links",
                List.of(
                        OgcLinks.of("self", "/ogc/collections/" + id + "/items/" + featureId, GEO_JSON.toString()),
                        OgcLinks.of("collection", "/ogc/collections/" + id, "application/json")));
        return answer(body, asked.crs());
    }

    private static ResponseEntity<Map<String, Object>> answer(Map<String, Object> body, String crs) {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .header("Content-Crs", '<' + crs + '>')
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(body);
    }

    private static List<Map<String, String>> paging(
            HttpServletRequest request, Map<String, String> parameters, OgcQuestion asked, Places.Found found) {
        List<Map<String, String>> links = new ArrayList<>();
        String path = request.getRequestURI();
        links.add(OgcLinks.of(
                "self", OgcLinks.address(path, parameters, asked.question().offset()), GEO_JSON.toString()));
        long next = (long) asked.question().offset() + asked.question().limit();
        if (next < found.matched()) {
            links.add(OgcLinks.of("next", OgcLinks.address(path, parameters, (int) next), GEO_JSON.toString()));
        }
        links.add(OgcLinks.of("collection", path.substring(0, path.lastIndexOf('/')), "application/json"));
        return links;
    }

    /** Those that this caller may see. */
    private List<Places.Collection> open() {
        return places.collections().stream()
                .filter(collection -> collection.open() || mayReadPersonal())
                .toList();
    }

    private Places.Collection get(String id) {
        Places.Collection collection = places.collections().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("collection " + id));
        if (!collection.open() && !mayReadPersonal()) {
            @Nullable Caller caller = Callers.find().orElse(null);
            throw Refusal.of(
                    caller == null ? CommonProblem.NOT_SIGNED_IN : CommonProblem.NOT_ALLOWED,
                    "collection " + id + " needs " + Right.REGISTRY_READ.slug());
        }
        return collection;
    }

    /** Who lives where is told for a purpose on a legal basis, and the trail keeps both. */
    private void answerFor(Places.Collection collection, Map<String, String> parameters) {
        if (collection.open()) {
            return;
        }
        String purpose = parameters.getOrDefault("purpose", "").strip();
        String legalBasis = parameters.getOrDefault("legalBasis", "").strip();
        if (purpose.length() < SHORTEST_REASON || legalBasis.length() < SHORTEST_REASON) {
            throw Refusal.badRequest(collection.id()
                    + " 含住房信息, 须写明 purpose 与 legalBasis, 各至少两字 · shows homes: say the parameters purpose and legalBasis, two signs"
                    + " or more each");
        }
        audit.record(
                AuditEvent.HOMES_READ,
                "collection:" + collection.id(),
                Map.of("purpose", purpose, "legalBasis", legalBasis));
    }

    private static boolean mayReadPersonal() {
        return Callers.find().map(caller -> caller.may(Right.REGISTRY_READ)).orElse(false);
    }
}
