package org.citybrain.platform.process.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares answers with a form's JSON Schema: one flat object of strings, numbers, integers, booleans and arrays of
 * strings, as scene-format admits. Gives every mistake as "field: what is wrong".
 */
final class FormCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> mistakes = new ArrayList<>();

    private FormCheck() {}

    static List<String> check(JsonNode schema, Map<String, Object> answers) {
        FormCheck check = new FormCheck();
        JsonNode given = JSON.valueToTree(answers);
        JsonNode properties = schema.path("properties");
        given.fieldNames().forEachRemaining(name -> {
            if (!properties.has(name)) {
                check.wrong(name, "表单没有这一项 / not a field of this form");
            }
        });
        schema.path("required").forEach(name -> {
            if (missing(given.path(name.asText()))) {
                check.wrong(name.asText(), "必填 / required");
            }
        });
        properties.properties().forEach(each -> {
            JsonNode value = given.path(each.getKey());
            if (!value.isMissingNode() && !value.isNull()) {
                check.value(each.getKey(), each.getValue(), value);
            }
        });
        return List.copyOf(check.mistakes);
    }

    private void value(String name, JsonNode property, JsonNode value) {
        boolean typed = switch (property.path("type").asText()) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> true;
        };
        if (!typed) {
            wrong(name, "应为 " + property.path("type").asText() + " / not of that type");
            return;
        }
        bounds(name, property, value);
        if (property.has("enum") && !contains(property.path("enum"), value)) {
            wrong(name, "不在可选值之内 / not one of the values");
        }
    }

    private void bounds(String name, JsonNode property, JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (property.has("minimum")
                    && number.compareTo(property.path("minimum").decimalValue()) < 0) {
                wrong(name, "小于下限 " + property.path("minimum").asText() + " / below the minimum");
            }
            if (property.has("maximum")
                    && number.compareTo(property.path("maximum").decimalValue()) > 0) {
                wrong(name, "大于上限 " + property.path("maximum").asText() + " / above the maximum");
            }
        }
        if (value.isTextual()) {
            int length = value.asText().codePointCount(0, value.asText().length());
            if (length < property.path("minLength").asInt(0)) {
                wrong(name, "太短 / too short");
            }
            if (length > property.path("maxLength").asInt(10_000)) {
                wrong(name, "太长 / too long");
            }
        }
        if (value.isArray() && value.size() > property.path("maxItems").asInt(100)) {
            wrong(name, "项数过多 / too many items");
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean missing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank());
    }

    private void wrong(String field, String what) {
        mistakes.add(field + ": " + what);
    }
}
