package org.citybrain.platform.place.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.platform.place.Places;
import org.jspecify.annotations.Nullable;

/** The JSON of links, collections and features. */
final class OgcLinks {
    private OgcLinks() {}

    static Map<String, String> of(String rel, String href, String type) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("href", href);
        link.put("type", type);
        return link;
    }

    static String address(String path, Map<String, String> parameters, int offset) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (offset > 0) {
            all.put("offset", Integer.toString(offset));
        }
        StringBuilder address = new StringBuilder(path);
        all.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    static Map<String, Object> collection(Places.Collection collection) {
        String path = "/ogc/collections/" + collection.id();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", collection.id());
        body.put("title", collection.zh() + " · " + collection.en());
        body.put("itemType", "feature");
        body.put("crs", List.of(OgcQuestion.CRS84, OgcQuestion.EPSG4326));
        body.put("storageCrs", OgcQuestion.CRS84);
        body.put(
                "links",
                List.of(of("self", path, "application/json"), of("items", path + "/items", "application/geo+json")));
        return body;
    }

    static Map<String, Object> feature(Places.Feature feature, String crs) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(feature.properties());
        if (feature.from() != null || feature.to() != null) {
            properties.put(
                    "validFrom", feature.from() == null ? null : feature.from().toString());
            properties.put("validTo", feature.to() == null ? null : feature.to().toString());
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "Feature");
        body.put("id", feature.id());
        body.put("geometry", crs.equals(OgcQuestion.EPSG4326) ? latitudeFirst(feature.geometry()) : feature.geometry());
        body.put("properties", properties);
        @SuppressWarnings({"unchecked", "NullAway"}) // JSON takes the null geometry that GeoJSON asks for
        Map<String, Object> json = (Map<String, Object>) (Map<?, ?>) body;
        return json;
    }

    private static @Nullable Object latitudeFirst(@Nullable Object geometry) {
        if (!(geometry instanceof Map<?, ?> shape)) {
            return null;
        }
        Map<Object, @Nullable Object> turned = new LinkedHashMap<>(shape);
        turned.put("coordinates", turned(shape.get("coordinates")));
        return turned;
    }

    private static @Nullable Object turned(@Nullable Object coordinates) {
        if (!(coordinates instanceof List<?> list) || list.isEmpty()) {
            return coordinates;
        }
        if (list.getFirst() instanceof Number) {
            return List.of(list.get(1), list.getFirst());
        }
        List<@Nullable Object> parts = new ArrayList<>();
        list.forEach(part -> parts.add(turned(part)));
        return parts;
    }
}
