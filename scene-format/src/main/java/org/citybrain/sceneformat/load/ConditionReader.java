package org.citybrain.sceneformat.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.sceneformat.InputSpec.Condition;
import org.citybrain.sceneformat.InputSpec.Condition.Test;
import org.citybrain.sceneformat.InputSpec.Operand;
import org.citybrain.sceneformat.SceneRuleCode;

/** Reads the {@code where:} of an input: field → constant, list of constants, or a range. */
final class ConditionReader {
    /** Words that stand for a value known only when the question is asked. */
    static final Set<String> WORDS = Set.of("period", "period-1", "city-day", "period-start", "period-end");

    private static final Pattern YEAR = Pattern.compile("year\\(([a-z_0-9]+)\\)");
    private static final Map<String, Test> RANGES = ranges();

    private ConditionReader() {}

    static List<Condition> read(Section parent, String name) {
        List<Condition> conditions = new ArrayList<>();
        if (!parent.has(name)) {
            return conditions;
        }
        try (Section where = parent.section(name)) {
            for (String key : where.keys()) {
                Matcher year = YEAR.matcher(key);
                boolean isYear = year.matches();
                String field = isYear ? year.group(1) : key;
                if (where.isSection(key)) {
                    range(where.section(key), field, isYear, conditions);
                } else {
                    List<Operand> operands = where.texts(key).stream()
                            .map(ConditionReader::operand)
                            .toList();
                    conditions.add(new Condition(field, isYear, Test.IN, operands, false));
                }
            }
        }
        return conditions;
    }

    private static void range(Section section, String field, boolean isYear, List<Condition> conditions) {
        try (section) {
            boolean orEmpty = section.flag("orEmpty", false);
            if (section.flag("empty", false)) {
                conditions.add(new Condition(field, isYear, Test.EMPTY, List.of(), true));
            }
            int before = conditions.size();
            RANGES.forEach((word, test) -> section.find(word)
                    .ifPresent(value ->
                            conditions.add(new Condition(field, isYear, test, List.of(operand(value)), orEmpty))));
            if (conditions.size() == before && !section.has("empty")) {
                section.findings()
                        .add(
                                SceneRuleCode.BAD_INPUT,
                                section.file(),
                                section.line(),
                                field + ": empty | " + String.join(" | ", RANGES.keySet()));
            }
        }
    }

    private static Operand operand(String text) {
        return new Operand(text, WORDS.contains(text));
    }

    private static Map<String, Test> ranges() {
        Map<String, Test> ranges = new LinkedHashMap<>();
        ranges.put("from", Test.FROM);
        ranges.put("after", Test.AFTER);
        ranges.put("until", Test.UNTIL);
        ranges.put("before", Test.BEFORE);
        ranges.put("startsWith", Test.STARTS_WITH);
        return ranges;
    }
}
