package org.citybrain.sceneformat.load;

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
import org.citybrain.sceneformat.Sample;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.SceneTestFile;
import org.citybrain.sceneformat.SceneTestFile.Ask;
import org.citybrain.sceneformat.SceneTestFile.CandidateKey;
import org.citybrain.sceneformat.SceneTestFile.Case;
import org.citybrain.sceneformat.SceneTestFile.Expect;
import org.citybrain.sceneformat.SceneTestFile.Step;
import org.jspecify.annotations.Nullable;

/** Reads {@code tests/*.yaml} and {@code samples/*.yaml}; the format is described in docs/reference/scene-tests.md. */
final class TestReader {
    private final String samplesUsed;
    private final LocalDate day;
    private final Section file;

    private TestReader(Section file, LocalDate day, String samplesUsed) {
        this.file = file;
        this.day = day;
        this.samplesUsed = samplesUsed;
    }

    static Sample sample(Section section, String id) {
        Ids.check(section, "id", id);
        return new Sample(id, section.file(), section.words("title"), rows(section, "rows"));
    }

    static SceneTestFile test(Section section, String id) {
        Bilingual title = section.words("title");
        Optional<LocalDate> day = section.findDate("day");
        if (!section.has("day")) {
            section.findings().add(SceneRuleCode.MISSING_KEY, section.file(), section.line(), "day");
        }
        TestReader reader = new TestReader(section, day.orElse(LocalDate.EPOCH), section.text("sample", ""));
        return new SceneTestFile(id, section.file(), title, reader.samplesUsed, reader.cases());
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Section each : file.sections("cases")) {
            try (each) {
                String name = each.text("name");
                checkName(each, name, names.add(name));
                List<Section> steps = each.has("steps") ? each.sections("steps") : List.of(each);
                cases.add(new Case(
                        name, each.line(), steps.stream().map(this::step).toList()));
                if (each.has("steps")) {
                    steps.forEach(Section::close);
                }
            }
        }
        if (cases.isEmpty()) {
            bad(file.line(), "cases 中没有例子", "there is no case under cases");
        }
        return cases;
    }

    private void checkName(Section each, String name, boolean first) {
        String shown = SceneFinding.shown(name);
        if (!first) {
            bad(each.line("name"), "例子名“" + shown + "”重复", "the case name \"" + shown + "\" stands twice");
        } else if (!name.isBlank() && !isSentence(name)) {
            bad(
                    each.line("name"),
                    "例子名“" + shown + "”不是句子（至少六个汉字或三个词）",
                    "the case name \"" + shown + "\" is no sentence (three words or six Chinese characters)");
        }
    }

    /** Three words, or six Chinese characters. */
    private static boolean isSentence(String name) {
        long characters = name.codePoints().filter(Character::isIdeographic).count();
        return characters >= 6 || name.strip().split("\\s+").length >= 3;
    }

    private Step step(Section section) {
        Map<String, List<String>> remove = new LinkedHashMap<>();
        try (Section removed = section.section("remove")) {
            removed.keys().forEach(resource -> remove.put(resource, removed.texts(resource)));
        }
        return new Step(
                section.line(),
                section.findDate("day").orElse(day),
                rows(section, "write"),
                remove,
                parameters(section),
                section.has("ask") ? Optional.of(ask(section.section("ask"))) : Optional.empty(),
                expect(section.section("expect")));
    }

    private Ask ask(Section section) {
        try (section) {
            boolean person = section.has("person");
            if (person == section.has("household")) {
                bad(section.line(), "person 与 household 须有且只有一个", "exactly one of person and household is needed");
            }
            Map<String, String> form = new LinkedHashMap<>();
            try (Section answers = section.section("form")) {
                form.putAll(answers.texts());
            }
            String kind = person ? "person" : "household";
            return new Ask(section.text("rule"), kind, section.text(kind), section.text("period"), form);
        }
    }

    private Expect expect(Section section) {
        try (section) {
            Map<String, LocalDate> parameters = new LinkedHashMap<>();
            try (Section dates = section.section("parameters")) {
                dates.keys().forEach(name -> dates.findDate(name).ifPresent(date -> parameters.put(name, date)));
            }
            return new Expect(
                    section.find("outcome"),
                    texts(section, "inputs"),
                    texts(section, "values"),
                    parameters,
                    section.has("candidates") || section.keys().contains("candidates")
                            ? Optional.of(candidates(section))
                            : Optional.empty());
        }
    }

    private static Set<CandidateKey> candidates(Section section) {
        Set<CandidateKey> candidates = new LinkedHashSet<>();
        for (Section each : section.sections("candidates")) {
            try (each) {
                boolean person = each.has("person");
                String kind = person ? "person" : "household";
                candidates.add(new CandidateKey(each.text("stream"), kind, each.text(kind), each.text("period")));
            }
        }
        return candidates;
    }

    private static Map<String, String> texts(Section section, String key) {
        try (Section texts = section.section(key)) {
            return texts.texts();
        }
    }

    private Map<String, Map<LocalDate, String>> parameters(Section section) {
        Map<String, Map<LocalDate, String>> parameters = new LinkedHashMap<>();
        try (Section ids = section.section("parameters")) {
            for (String id : ids.keys()) {
                Map<LocalDate, String> values = new LinkedHashMap<>();
                try (Section dates = ids.section(id)) {
                    dates.texts().forEach((date, value) -> date(date).ifPresent(from -> values.put(from, value)));
                }
                parameters.put(id, values);
            }
        }
        return parameters;
    }

    private Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            String shown = SceneFinding.shown(text);
            bad(file.line(), "“" + shown + "”不是日期 YYYY-MM-DD", '"' + shown + "\" is no date YYYY-MM-DD");
            return Optional.empty();
        }
    }

    private static Map<String, List<Map<String, @Nullable String>>> rows(Section parent, String key) {
        Map<String, List<Map<String, @Nullable String>>> rows = new LinkedHashMap<>();
        try (Section resources = parent.section(key)) {
            for (String resource : resources.keys()) {
                List<Map<String, @Nullable String>> list = new ArrayList<>();
                for (Section each : resources.sections(resource)) {
                    list.add(each.scalars());
                    each.close();
                }
                rows.put(resource, list);
            }
        }
        return rows;
    }

    private void bad(int line, String zh, String en) {
        file.findings().add(SceneRuleCode.BAD_TEST, file.file(), line, SceneFinding.words(zh, en));
    }
}
