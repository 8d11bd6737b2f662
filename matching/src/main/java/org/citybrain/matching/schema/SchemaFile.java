package org.citybrain.matching.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a declaration (docs/reference/linkage-config.md). A word that is not known is refused, never passed over. */
public final class SchemaFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PART = Pattern.compile("([a-z]+)(\\d*)\\(([^()]+)\\)");
    private static final Set<String> WORDS = Set.of(
            "format",
            "name",
            "mode",
            "id",
            "source",
            "encoding",
            "separator",
            "truth",
            "fields",
            "groups",
            "block",
            "guards");

    private final JsonNode root;
    private final List<MatchField> fields = new ArrayList<>();

    private SchemaFile(JsonNode root) {
        this.root = root;
    }

    public static MatchSchema read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    public static MatchSchema parse(String yaml) {
        try {
            return new SchemaFile(YAML.readTree(yaml)).schema();
        } catch (JsonProcessingException e) {
            throw new SchemaException("声明不是 YAML · the declaration is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private MatchSchema schema() {
        known(root, WORDS);
        if (root.path("format").asInt() != 1) {
            throw new SchemaException("需要 format: 1 · `format: 1` is needed");
        }
        for (Map.Entry<String, JsonNode> entry : root.path("fields").properties()) {
            fields.add(field(entry.getKey(), entry.getValue()));
        }
        return new MatchSchema(
                root.path("name").asText("records"), mode(), input(), fields, groups(), rules(), guards());
    }

    private MatchSchema.Mode mode() {
        return switch (root.path("mode").asText("dedupe")) {
            case "dedupe" -> MatchSchema.Mode.DEDUPE;
            case "link" -> MatchSchema.Mode.LINK;
            default ->
                throw new SchemaException("mode: dedupe 或 link · mode must be dedupe or link, not "
                        + root.path("mode").asText());
        };
    }

    private InputFormat input() {
        String separator = root.path("separator").asText(",");
        if (separator.length() != 1 || separator.charAt(0) > 127) {
            throw new SchemaException("separator: 一个 ASCII 字符 · one ASCII sign is needed, not " + separator);
        }
        try {
            return new InputFormat(
                    root.path("id").asText(""),
                    root.path("source").asText(""),
                    Charset.forName(root.path("encoding").asText("UTF-8")),
                    separator.charAt(0),
                    root.path("truth").asText(""));
        } catch (IllegalArgumentException unknown) {
            throw new SchemaException(
                    "不认识的编码 · unknown encoding: " + root.path("encoding").asText(), unknown);
        }
    }

    private static MatchField field(String name, JsonNode node) {
        known(node, Set.of("kind", "columns", "compare"));
        List<String> columns = node.has("columns") ? words(node.path("columns")) : List.of(name);
        return new MatchField(
                name,
                FieldKind.of(node.path("kind").asText("text")),
                columns,
                node.path("compare").asBoolean(true));
    }

    private List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (JsonNode group : root.path("groups")) {
            groups.add(numbers(group));
        }
        return groups;
    }

    private List<BlockRule> rules() {
        List<BlockRule> rules = new ArrayList<>();
        for (JsonNode rule : root.path("block")) {
            List<String> parts = words(rule);
            rules.add(new BlockRule(
                    String.join(" + ", parts), parts.stream().map(this::part).toList()));
        }
        return rules;
    }

    private KeyPart part(String written) {
        Matcher matcher = PART.matcher(written);
        if (!matcher.matches()) {
            return new KeyPart(number(written), KeyPart.Function.VALUE, 0);
        }
        KeyPart.Function function = KeyPart.Function.of(matcher.group(1));
        String size = matcher.group(2);
        return new KeyPart(number(matcher.group(3)), function, size.isEmpty() ? 0 : Integer.parseInt(size));
    }

    private Guards guards() {
        JsonNode node = root.path("guards");
        known(node, Set.of("distinct-valid", "contradicting", "sources-distinct"));
        return new Guards(
                numbers(node.path("distinct-valid")),
                numbers(node.path("contradicting")),
                node.path("sources-distinct").asBoolean(false));
    }

    private List<Integer> numbers(JsonNode names) {
        return words(names).stream().map(this::number).toList();
    }

    private int number(String word) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(word)) {
                return i;
            }
        }
        throw new SchemaException("没有这个字段 · no such field: " + word);
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        if (node.isTextual()) {
            words.add(node.asText());
        }
        node.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void known(JsonNode node, Set<String> words) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!words.contains(entry.getKey())) {
                throw new SchemaException("不认识的词 · unknown word: " + entry.getKey() + " (known: "
                        + String.join(", ", words.stream().sorted().toList()) + ")");
            }
        }
    }
}
