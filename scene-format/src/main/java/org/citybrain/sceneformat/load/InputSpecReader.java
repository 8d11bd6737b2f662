package org.citybrain.sceneformat.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citybrain.sceneformat.InputSpec;
import org.citybrain.sceneformat.InputSpec.Age;
import org.citybrain.sceneformat.InputSpec.Answer;
import org.citybrain.sceneformat.InputSpec.Input;
import org.citybrain.sceneformat.InputSpec.KnownWhen;
import org.citybrain.sceneformat.InputSpec.Members;
import org.citybrain.sceneformat.InputSpec.Membership;
import org.citybrain.sceneformat.InputSpec.Rows;
import org.citybrain.sceneformat.InputSpec.Source;
import org.citybrain.sceneformat.InputSpec.SubjectRef;
import org.citybrain.sceneformat.SceneRuleCode;

/** Reads {@code rules/<rule>.inputs.yaml}; the language is described in docs/reference/inputs.md. */
final class InputSpecReader {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final List<String> KINDS = List.of("sum", "count", "first", "age", "answer", "members", "subject");
    private static final Set<String> PERIOD_ENDS = Set.of("city-day", "period-end", "period-1-end");

    private final Section file;

    InputSpecReader(Section file) {
        this.file = file;
    }

    InputSpec read(String rule) {
        Map<String, Membership> routes = new LinkedHashMap<>();
        try (Section section = file.section("routes")) {
            for (String kind : section.keys()) {
                routes.put(kind, membership(section.section(kind)));
            }
        }
        Optional<Membership> members =
                file.has("members") ? Optional.of(membership(file.section("members"))) : Optional.empty();
        return new InputSpec(
                rule,
                file.file(),
                file.oneOf("subject", "household", "person"),
                routes,
                members,
                file.oneOf("parametersOn", "city-day", "period"),
                idleWhenZero(),
                parameters(),
                inputs());
    }

    private String idleWhenZero() {
        String name = file.text("idleWhenZero", "");
        if (!name.isEmpty() && !file.section("inputs").keys().contains(name)) {
            bad(file, file.line("idleWhenZero"), "idleWhenZero: " + name);
        }
        return name;
    }

    private Map<String, String> parameters() {
        try (Section section = file.section("parameters")) {
            section.keys().forEach(name -> checkName(section, name));
            return section.texts();
        }
    }

    private Map<String, Input> inputs() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        try (Section section = file.section("inputs")) {
            for (String name : section.keys()) {
                checkName(section, name);
                try (Section each = section.section(name)) {
                    input(name, each).ifPresent(input -> inputs.put(name, input));
                }
            }
        }
        if (inputs.isEmpty()) {
            file.findings().add(SceneRuleCode.MISSING_KEY, file.file(), file.line(), "inputs");
        }
        return inputs;
    }

    private Optional<Input> input(String name, Section section) {
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        if (kinds.size() != 1) {
            bad(section, section.line(), name + ": " + String.join(" | ", KINDS));
            return Optional.empty();
        }
        Source source = source(kinds.getFirst(), section);
        return Optional.of(new Input(
                name,
                section.words("title"),
                section.text("unit", ""),
                section.flag("private", false),
                source,
                section.line()));
    }

    private Source source(String kind, Section section) {
        return switch (kind) {
            case "sum" -> rows(section, Rows.Take.SUM, section.text("sum"));
            case "count" -> rows(section, Rows.Take.COUNT, section.text("count"));
            case "first" -> rows(section, Rows.Take.FIRST, section.text("first"));
            case "age" -> new Age(section.text("of"), section.text("by"), section.text("age"));
            case "answer" -> answer(section);
            case "members" -> {
                section.oneOf("members", "count");
                yield new Members();
            }
            default -> {
                section.oneOf("subject", "ref");
                yield new SubjectRef();
            }
        };
    }

    private Answer answer(Section section) {
        String written = section.text("answer");
        int dot = written.indexOf('.');
        if (dot <= 0) {
            bad(section, section.line("answer"), "answer: <form>.<field>");
            return new Answer("", written);
        }
        return new Answer(written.substring(0, dot), written.substring(dot + 1));
    }

    private Rows rows(Section section, Rows.Take take, String field) {
        List<String> of = section.texts("of");
        if (of.isEmpty()) {
            section.findings().add(SceneRuleCode.MISSING_KEY, section.file(), section.line(), "of");
        }
        String each = section.oneOf("each", "member", "subject");
        if (each.equals("member") && !file.has("members")) {
            bad(section, section.line("each"), "each: member ← members");
        }
        return new Rows(
                take,
                field,
                of,
                each,
                section.text("by"),
                ConditionReader.read(section, "where"),
                section.text("order", ""),
                ConditionReader.read(section, "prefer"),
                section.has("knownWhen") ? Optional.of(known(section.section("knownWhen"), of)) : Optional.empty());
    }

    private KnownWhen known(Section section, List<String> of) {
        try (section) {
            String on = section.text("on", "city-day");
            if (!PERIOD_ENDS.contains(on)) {
                section.wrong("on", on, String.join(" | ", PERIOD_ENDS), section.line("on"));
            }
            String aged = section.text("membersAged", "");
            if (!aged.isEmpty() && !file.section("parameters").keys().contains(aged)) {
                bad(section, section.line("membersAged"), "membersAged ← parameters");
            }
            List<String> rowIn = section.texts("rowIn");
            return new KnownWhen(aged, birth(section), on, rowIn.isEmpty() ? of : rowIn);
        }
    }

    private Optional<Age> birth(Section section) {
        if (!section.has("birth")) {
            return Optional.empty();
        }
        try (Section birth = section.section("birth")) {
            return Optional.of(new Age(birth.text("of"), birth.text("by"), birth.text("field")));
        }
    }

    private Membership membership(Section section) {
        try (section) {
            return new Membership(
                    section.text("resource"),
                    section.text("by"),
                    section.text("take"),
                    ConditionReader.read(section, "where"),
                    section.text("from"),
                    section.text("until"),
                    section.line());
        }
    }

    private static void checkName(Section section, String name) {
        if (!NAME.matcher(name).matches()) {
            bad(section, section.line(name), name + " ≠ camelCase");
        }
    }

    private static void bad(Section section, int line, String what) {
        section.findings().add(SceneRuleCode.BAD_INPUT, section.file(), line, what);
    }
}
