package org.citybrain.sceneformat.load;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. Every miss is a finding and yields an empty value, so reading goes on;
 * {@link #close()} reports the keys nobody asked for.
 */
final class Section implements AutoCloseable {
    static final Bilingual NO_WORDS = new Bilingual("", "");

    private final String file;
    private final int line;
    private final FindingList findings;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String file, @Nullable Node node, FindingList findings) {
        this.file = file;
        this.line = node == null ? 0 : lineOf(node);
        this.findings = findings;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (node != null) {
            wrong(
                    SceneFinding.words("此处", "what stands here"),
                    describe(node),
                    SceneFinding.words("键值", "keys and values"),
                    line);
        }
    }

    private void take(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, tuple.getValueNode()) != null) {
            wrong(
                    key,
                    SceneFinding.words("重复", "repeated"),
                    SceneFinding.words("一次", "once"),
                    lineOf(tuple.getKeyNode()));
        }
        lines.put(key, lineOf(tuple.getKeyNode()));
    }

    static boolean isComplete(Bilingual words) {
        return !words.zh().isBlank() && !words.en().isBlank();
    }

    int line() {
        return line;
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    FindingList findings() {
        return findings;
    }

    String file() {
        return file;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key) && !isNull(values.get(key));
    }

    String text(String key) {
        Optional<String> found = find(key);
        if (found.isEmpty() || found.get().isBlank()) {
            findings.add(SceneRuleCode.MISSING_KEY, file, line, key);
        }
        return found.orElse("");
    }

    String text(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /** Finds a scalar as it is written. */
    Optional<String> find(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null || isNull(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        wrong(key, describe(node), SceneFinding.words("一个值", "one value"), line(key));
        return Optional.empty();
    }

    String oneOf(String key, String... choices) {
        String value = text(key);
        if (!value.isBlank() && !List.of(choices).contains(value)) {
            wrong(key, value, String.join(" | ", choices), line(key));
            return choices[0];
        }
        return value;
    }

    int number(String key) {
        String value = text(key);
        try {
            return value.isBlank() ? 0 : new BigDecimal(value).intValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            wrong(key, value, SceneFinding.words("整数", "a whole number"), line(key));
            return 0;
        }
    }

    boolean flag(String key, boolean otherwise) {
        String value = text(key, String.valueOf(otherwise));
        if (!"true".equals(value) && !"false".equals(value)) {
            wrong(key, value, "true | false", line(key));
        }
        return "true".equals(value);
    }

    /** Finds a date; one that does not exist is a finding and absent. */
    Optional<LocalDate> findDate(String key) {
        Optional<String> value = find(key);
        try {
            return value.map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            wrong(key, value.orElse(""), SceneFinding.words("日期 YYYY-MM-DD", "a date"), line(key));
            return Optional.empty();
        }
    }

    Bilingual words(String key) {
        if (!has(key)) {
            findings.add(SceneRuleCode.MISSING_KEY, file, line, key);
            return NO_WORDS;
        }
        try (Section section = section(key)) {
            Bilingual words = new Bilingual(section.text("zh", ""), section.text("en", ""));
            if (!isComplete(words)) {
                findings.add(SceneRuleCode.MISSING_TRANSLATION, file, line(key), key);
            }
            return words;
        }
    }

    Bilingual words(String key, Bilingual otherwise) {
        return has(key) ? words(key) : otherwise;
    }

    /** Scalars of a list; a single scalar counts as a list of one; absent is empty. */
    List<String> texts(String key) {
        asked.add(key);
        Node node = values.get(key);
        List<String> texts = new ArrayList<>();
        for (Node each : node == null || isNull(node) ? List.<Node>of() : itemsOf(node)) {
            if (each instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                wrong(key, describe(each), SceneFinding.words("值的列表", "a list of values"), lineOf(each));
            }
        }
        return List.copyOf(texts);
    }

    /** The section under the key; an empty one when absent. */
    Section section(String key) {
        asked.add(key);
        return new Section(file, values.get(key), findings);
    }

    /** The sections of a list; a single section counts as a list of one. */
    List<Section> sections(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null || isNull(node)
                ? List.of()
                : itemsOf(node).stream()
                        .map(each -> new Section(file, each, findings))
                        .toList();
    }

    /** All keys with their scalars, for maps whose keys the author chooses; null scalars are kept. */
    Map<String, @Nullable String> scalars() {
        Map<String, @Nullable String> scalars = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            scalars.put(key, has(key) ? find(key).orElse("") : null);
        }
        return scalars;
    }

    /** As {@link #scalars()} with nulls as empty text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        scalars().forEach((key, value) -> texts.put(key, value == null ? "" : value));
        return texts;
    }

    boolean isSection(String key) {
        return values.get(key) instanceof MappingNode;
    }

    void wrong(String key, String value, String expected, int atLine) {
        findings.add(SceneRuleCode.WRONG_KIND, file, atLine, key, value, expected);
    }

    /** Reports the keys nobody asked for. */
    @Override
    public void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                findings.add(SceneRuleCode.UNKNOWN_KEY, file, line(key), key, String.join(", ", asked));
            }
        }
    }

    private static List<Node> itemsOf(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private static boolean isNull(@Nullable Node node) {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    private static String describe(Node node) {
        return switch (node) {
            case MappingNode mapping -> SceneFinding.words("键值", "keys and values");
            case SequenceNode sequence -> SceneFinding.words("列表", "a list");
            case ScalarNode scalar -> scalar.getValue();
            default -> node.getTag().getValue();
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
