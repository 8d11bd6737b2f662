package org.citybrain.platform.place.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citybrain.platform.place.Places;

/** The interface described by itself: OpenAPI 3.0 without a reference to anything outside. */
final class OgcDescription {
    private OgcDescription() {}

    static Map<String, Object> of(List<Places.Collection> collections) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/ogc", get("landing", "Landing page", List.of(), "application/json"));
        paths.put("/ogc/conformance", get("conformance", "Conformance classes", List.of(), "application/json"));
        paths.put("/ogc/collections", get("collections", "Collections", List.of(), "application/json"));
        for (Places.Collection collection : collections) {
            String path = "/ogc/collections/" + collection.id();
            paths.put(path, get(collection.id(), collection.en(), List.of(), "application/json"));
            paths.put(
                    path + "/items",
                    get(
                            collection.id() + "Items",
                            collection.en(),
                            joined(questions(), reasons(collection)),
                            "application/geo+json"));
            paths.put(
                    path + "/items/{featureId}",
                    get(
                            collection.id() + "Item",
                            collection.en(),
                            joined(List.of(featureId(), crs("crs")), reasons(collection)),
                            "application/geo+json"));
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("openapi", "3.0.3");
        description.put("info", Map.of("title", "CityBrain place registry", "version", "1.0.0"));
        description.put("paths", paths);
        return description;
    }

    /** Homes are shown for a purpose on a legal basis. */
    private static List<Map<String, Object>> reasons(Places.Collection collection) {
        return collection.open()
                ? List.of()
                : Stream.of("purpose", "legalBasis")
                        .map(name -> Map.<String, Object>of(
                                "name", name, "in", "query", "required", true, "schema", Map.of("type", "string")))
                        .toList();
    }

    private static List<Map<String, Object>> joined(List<Map<String, Object>> some, List<Map<String, Object>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Map<String, Object> get(
            String id, String summary, List<Map<String, Object>> parameters, String type) {
        Map<String, Object> content = Map.of(type, Map.of("schema", Map.of("type", "object")));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", summary, "content", content));
        responses.put("400", problem("a parameter is unknown or wrong"));
        responses.put("404", problem("not there"));
        return Map.of(
                "get", Map.of("operationId", id, "summary", summary, "parameters", parameters, "responses", responses));
    }

    private static Map<String, Object> problem(String what) {
        return Map.of(
                "description",
                what,
                "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))));
    }

    private static List<Map<String, Object>> questions() {
        return List.of(
                query("limit", Map.of("type", "integer", "minimum", 1, "maximum", 1000, "default", 10)),
                query("offset", Map.of("type", "integer", "minimum", 0, "default", 0)),
                Map.of(
                        "name", "bbox",
                        "in", "query",
                        "explode", false,
                        "style", "form",
                        "schema",
                                Map.of(
                                        "type",
                                        "array",
                                        "minItems",
                                        4,
                                        "maxItems",
                                        6,
                                        "items",
                                        Map.of("type", "number"))),
                crs("bbox-crs"),
                crs("crs"),
                query("datetime", Map.of("type", "string")));
    }

    private static Map<String, Object> crs(String name) {
        return query(
                name,
                Map.of(
                        "type",
                        "string",
                        "enum",
                        List.of(OgcQuestion.CRS84, OgcQuestion.EPSG4326),
                        "default",
                        OgcQuestion.CRS84));
    }

    private static Map<String, Object> query(String name, Map<String, Object> schema) {
        return Map.of("name", name, "in", "query", "required", false, "schema", schema);
    }

    private static Map<String, Object> featureId() {
        return Map.of("name", "featureId", "in", "path", "required", true, "schema", Map.of("type", "string"));
    }
}
