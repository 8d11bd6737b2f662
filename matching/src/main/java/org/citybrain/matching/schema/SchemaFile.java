package org.citybrain.matching.schema;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a declaration (docs/reference/linkage-config.md). What is not known or not of the form asked for is refused under
 * its key, never passed over.
 */
public final class SchemaFile {
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
    private static final String SIGNS = ",\"\r\n ";

    private final Entry root;
    private final List<MatchField> fields = new ArrayList<>();

    private SchemaFile(Entry root) {
        this.root = root;
    }

    /**
     * Reads a file; a refusal begins with its name.
     *
     * @throws SchemaException when it cannot be followed
     */
    public static MatchSchema read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new SchemaException(file + ": 是文件夹, 请给出声明文件 · this is a folder: name the file of the declaration");
        }
        try {
            return parse(Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new SchemaException(
                    file + ": 不是 UTF-8 文本, 请另存为 UTF-8 · this is no text in UTF-8: save it as UTF-8", binary);
        } catch (SchemaException refused) {
            throw new SchemaException(file + ": " + refused.getMessage(), refused);
        }
    }

    /**
     * Reads a declaration as text.
     *
     * @throws SchemaException when it cannot be followed
     */
    public static MatchSchema parse(String yaml) {
        return new SchemaFile(new Entry("", SchemaYaml.tree(yaml))).schema();
    }

    private MatchSchema schema() {
        root.ofWords(WORDS);
        if (!root.at("format").node().isInt() || root.at("format").node().asInt() != 1) {
            throw new SchemaException("需要 format: 1 · `format: 1` is needed");
        }
        if (!root.at("fields").isThere()) {
            throw root.at("fields").refused("没有声明字段", "no fields are declared");
        }
        root.at("fields").entries().forEach((name, entry) -> fields.add(field(name, entry)));
        return new MatchSchema(root.at("name").word("records"), mode(), input(), fields, groups(), rules(), guards());
    }

    private MatchSchema.Mode mode() {
        Entry mode = root.at("mode");
        return switch (mode.word("dedupe")) {
            case "dedupe" -> MatchSchema.Mode.DEDUPE;
            case "link" -> MatchSchema.Mode.LINK;
            default ->
                throw mode.refused(
                        "需要 dedupe 或 link, 不是 " + mode.word(), "dedupe or link is needed, not " + mode.word());
        };
    }

    private InputFormat input() {
        Entry separator = root.at("separator");
        String sign = separator.isThere() ? separator.node().asText() : ",";
        if (sign.length() != 1 || sign.charAt(0) > 127 || SIGNS.indexOf(sign) > 0) {
            throw separator.refused(
                    "需要一个 ASCII 字符, 且不是引号、空格或换行", "one ASCII sign is needed, no quote, blank or end of line");
        }
        return new InputFormat(
                root.at("id").word(""),
                root.at("source").word(""),
                charset(root.at("encoding")),
                sign.charAt(0),
                truth(root.at("truth")));
    }

    private static Charset charset(Entry entry) {
        try {
            Charset charset = Charset.forName(entry.word("UTF-8"));
            byte[] signs = SIGNS.getBytes(StandardCharsets.US_ASCII);
            if (charset.canEncode() && Arrays.equals(SIGNS.getBytes(charset), signs)) {
                return charset;
            }
        } catch (IllegalArgumentException unknown) {
            throw entry.refused("不认识的编码 " + entry.word(), "unknown encoding " + entry.word());
        }
        throw entry.refused("不能读这种编码, 请把文件另存为 UTF-8", "files in this encoding cannot be read: save them as UTF-8");
    }

    private static String truth(Entry entry) {
        String pattern = entry.word("");
        try {
            if (pattern.isEmpty() || Pattern.compile(pattern).matcher("").groupCount() > 0) {
                return pattern;
            }
        } catch (PatternSyntaxException broken) {
            throw entry.refused(
                    "不是正则表达式: " + broken.getDescription(), "this is no regular expression: " + broken.getDescription());
        }
        throw entry.refused("需要一个括号组, 如 'rec-(\\d+)-'", "a group in brackets is needed, such as 'rec-(\\d+)-'");
    }

    private static MatchField field(String name, Entry entry) {
        if (entry.node().asText().isEmpty() && entry.node().isValueNode()
                || entry.node().isNull()) {
            throw entry.refused("需要 kind, 如 {kind: text}", "a kind is needed, such as {kind: text}");
        }
        entry.ofWords(Set.of("kind", "columns", "compare"));
        if (!entry.at("kind").isThere()) {
            throw entry.at("kind").refused("字段需要类型, 如 kind: text", "the field needs a kind, such as kind: text");
        }
        Entry columns = entry.at("columns");
        List<String> cells = columns.isThere() ? columns.words() : List.of(name);
        if (cells.isEmpty()) {
            throw columns.refused("没有列", "there are no columns");
        }
        return new MatchField(
                name, kind(entry.at("kind")), cells, entry.at("compare").flag(true));
    }

    private static FieldKind kind(Entry entry) {
        return FieldKind.find(entry.word())
                .orElseThrow(() -> entry.refused(
                        "不认识的字段类型 " + entry.word() + ", 可用的有 " + FieldKind.known(),
                        "unknown kind of field " + entry.word() + "; known are " + FieldKind.known()));
    }

    private List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (Entry group : root.at("groups").items()) {
            groups.add(numbers(group));
            if (groups.getLast().size() < 2) {
                throw group.refused("一组至少两个字段, 如 [[a, b]]", "a group needs two fields, such as [[a, b]]");
            }
        }
        return groups;
    }

    private List<BlockRule> rules() {
        List<BlockRule> rules = new ArrayList<>();
        for (Entry rule : root.at("block").items()) {
            List<String> parts = rule.words();
            if (parts.isEmpty()) {
                throw rule.refused("分块规则是空的", "the blocking rule is empty");
            }
            rules.add(new BlockRule(
                    String.join(" + ", parts),
                    parts.stream()
                            .map(part -> PartText.read(part, rule, fields))
                            .toList()));
        }
        return rules;
    }

    private Guards guards() {
        Entry guards = root.at("guards");
        if (!guards.isThere()) {
            return new Guards(List.of(), List.of(), false);
        }
        guards.ofWords(Set.of("distinct-valid", "contradicting", "sources-distinct"));
        return new Guards(
                numbers(guards.at("distinct-valid")),
                numbers(guards.at("contradicting")),
                guards.at("sources-distinct").flag(false));
    }

    private List<Integer> numbers(Entry names) {
        return names.words().stream()
                .map(word -> PartText.number(word, names, fields))
                .toList();
    }
}
