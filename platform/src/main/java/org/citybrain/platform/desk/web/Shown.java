package org.citybrain.platform.desk.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that the desk's answers share: places, lights and forms as the console draws them. */
final class Shown {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration NEAR = Duration.ofDays(1);

    private Shown() {}

    /** A division with its name. */
    record Place(String code, String name) {}

    /** OVERDUE, NEAR within a city day, ON_TIME, or PAUSED when no term runs. */
    static String light(@Nullable Instant due, Instant cityNow) {
        if (due == null) {
            return "PAUSED";
        }
        if (due.isBefore(cityNow)) {
            return "OVERDUE";
        }
        return Duration.between(cityNow, due).compareTo(NEAR) < 0 ? "NEAR" : "ON_TIME";
    }

    /** The JSON Schema of a form with titles, help and options in both languages put into its fields. */
    static Map<String, Object> schema(JsonNode schema, JsonNode ui) {
        Map<String, Object> shown = tree(schema);
        Map<String, Object> properties = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(each -> {
            Map<String, Object> field = tree(each.getValue());
            JsonNode words = ui.path("fields").path(each.getKey());
            put(field, "title", words.path("label"));
            put(field, "description", words.path("help"));
            if (each.getValue().has("enum") && words.has("options")) {
                field.put(
                        "enumNames",
                        each.getValue()
                                .path("enum")
                                .valueStream()
                                .map(value -> words.path("options").path(value.asText()))
                                .map(Shown::tree)
                                .toList());
            }
            properties.put(each.getKey(), field);
        });
        shown.put("properties", properties);
        return shown;
    }

    /** The order and widgets of a form, by the names that the console's form knows. */
    static Map<String, Object> uiSchema(JsonNode ui) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (ui.has("order")) {
            shown.put("ui:order", JSON.convertValue(ui.path("order"), Object.class));
        }
        ui.path("fields").properties().forEach(each -> {
            Map<String, Object> field = new LinkedHashMap<>();
            if (each.getValue().has("widget")) {
                field.put("ui:widget", each.getValue().path("widget").asText());
            }
            if (each.getValue().path("readOnly").asBoolean()) {
                field.put("ui:readonly", true);
            }
            shown.put(each.getKey(), field);
        });
        return shown;
    }

    private static void put(Map<String, Object> field, String name, JsonNode words) {
        if (words.isObject()) {
            field.put(name, tree(words));
        }
    }

    private static Map<String, Object> tree(JsonNode node) {
        return node.isObject()
                ? JSON.convertValue(node, new TypeReference<Map<String, Object>>() {})
                : new LinkedHashMap<>();
    }
}
