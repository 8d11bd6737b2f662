package org.citybrain.sceneformat.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.Form;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.ValueFrom;

/** Reads a form: a JSON object with title, schema, ui and prefill. */
final class FormReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> KEYS = Set.of("id", "title", "schema", "ui", "prefill");
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array");

    private final String file;
    private final FindingList findings;

    private FormReader(String file, FindingList findings) {
        this.file = file;
        this.findings = findings;
    }

    static Optional<Form> read(String file, String text, FindingList findings) {
        return parse(file, text, findings).map(root -> new FormReader(file, findings).form(root));
    }

    /** Parses JSON; a syntax error is a finding. */
    static Optional<JsonNode> parse(String file, String text, FindingList findings) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root != null && root.isObject()) {
                return Optional.of(root);
            }
            findings.unread(
                    SceneRuleCode.UNREADABLE_FILE, file, 1, SceneFinding.words("不是 JSON 对象", "not a JSON object"));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            findings.unread(SceneRuleCode.UNREADABLE_FILE, file, line, problem(broken));
        }
        return Optional.empty();
    }

    /** The parser's own place names a source that it hides. */
    private static String problem(JsonProcessingException broken) {
        String english = String.valueOf(broken.getOriginalMessage())
                .replaceAll("\\s*\\([^()]*\\[Source:[^\\]]*]\\)|\\s*\\[Source:[^\\]]*]", "");
        return SceneFinding.words("JSON 语法有误", "JSON syntax: " + SceneFinding.shown(english));
    }

    private Form form(JsonNode root) {
        String id = FolderFiles.idOf(file);
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                findings.add(SceneRuleCode.UNKNOWN_KEY, file, 0, key, String.join(", ", KEYS));
            }
        });
        if (!root.path("id").asText().equals(id) || !Ids.isSlug(id)) {
            findings.add(SceneRuleCode.BAD_ID, file, 0, root.path("id").asText());
        }
        JsonNode schema = root.path("schema");
        checkSchema(schema);
        schema.path("properties").fields().forEachRemaining(each -> {
            checkProperty(each.getKey(), each.getValue());
            words(root.path("ui").path("fields").path(each.getKey()).path("label"), each.getKey());
        });
        return new Form(id, file, words(root.path("title"), "title"), schema, root.path("ui"), prefill(root, schema));
    }

    private void checkSchema(JsonNode schema) {
        if (!schema.path("type").asText().equals("object")
                || !schema.path("properties").isObject()) {
            findings.add(SceneRuleCode.BAD_FORM, file, 0, "schema.type, schema.properties");
        }
        if (schema.path("additionalProperties").asBoolean(true)) {
            findings.add(SceneRuleCode.BAD_FORM, file, 0, "schema.additionalProperties ≠ false");
        }
        for (JsonNode required : schema.path("required")) {
            if (!schema.path("properties").has(required.asText())) {
                findings.add(SceneRuleCode.BAD_FORM, file, 0, "required: " + required.asText());
            }
        }
    }

    private void checkProperty(String name, JsonNode property) {
        if (!TYPES.contains(property.path("type").asText())) {
            findings.add(SceneRuleCode.BAD_FORM, file, 0, name + ".type");
        }
        for (String bound : List.of("minimum", "maximum", "minLength", "maxLength", "maxItems")) {
            if (property.has(bound) && !property.path(bound).isNumber()) {
                findings.add(SceneRuleCode.BAD_FORM, file, 0, name + "." + bound);
            }
        }
        if (property.has("enum")
                && (!property.path("enum").isArray() || property.path("enum").isEmpty())) {
            findings.add(SceneRuleCode.BAD_FORM, file, 0, name + ".enum");
        }
    }

    private Bilingual words(JsonNode node, String name) {
        Bilingual words =
                new Bilingual(node.path("zh").asText(), node.path("en").asText());
        if (!Section.isComplete(words)) {
            findings.add(SceneRuleCode.MISSING_TRANSLATION, file, 0, name);
        }
        return words;
    }

    private Map<String, ValueFrom> prefill(JsonNode root, JsonNode schema) {
        Map<String, ValueFrom> prefill = new HashMap<>();
        root.path("prefill").fields().forEachRemaining(each -> {
            Optional<ValueFrom> value = ValueFrom.parse(each.getValue().asText());
            if (value.isEmpty() || !schema.path("properties").has(each.getKey())) {
                findings.add(SceneRuleCode.BAD_FORM, file, 0, "prefill." + each.getKey());
            } else {
                prefill.put(each.getKey(), value.get());
            }
        });
        return prefill;
    }
}
