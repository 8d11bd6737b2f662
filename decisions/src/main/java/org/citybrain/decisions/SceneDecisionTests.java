package org.citybrain.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.SceneTestReport.CaseResult;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Form;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.Sample;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneTestFile;
import org.citybrain.sceneformat.SceneTestFile.Ask;
import org.citybrain.sceneformat.SceneTestFile.Expect;
import org.citybrain.sceneformat.SceneTestFile.Step;
import org.citybrain.sceneformat.check.SceneChecker;
import org.citybrain.sceneformat.load.Loaded;
import org.citybrain.sceneformat.load.SceneFolder;
import org.jspecify.annotations.Nullable;

/**
 * Runs the decision parts of a folder's {@code tests/*.yaml} offline (docs/reference/scene-tests.md). Expected candidates
 * are the stream runner's part and are passed over here.
 */
public final class SceneDecisionTests {
    private static final Bilingual TEST_BASIS = new Bilingual("测试", "test");

    private final Scene scene;
    private final Decisions decisions;

    private SceneDecisionTests(Scene scene, Decisions decisions) {
        this.scene = scene;
        this.decisions = decisions;
    }

    /** Checks the folder and runs its tests. */
    public static SceneTestReport run(Path folder) {
        Loaded loaded = SceneFolder.load(folder);
        List<SceneFinding> findings = new ArrayList<>(loaded.findings());
        Optional<Scene> scene = loaded.scene();
        if (scene.isEmpty()) {
            return new SceneTestReport(nameOf(folder), findings, List.of());
        }
        Decisions decisions = new Decisions();
        findings.addAll(SceneChecker.check(scene.get()));
        scene.get().rules().values().forEach(rule -> findings.addAll(decisions.check(rule)));
        boolean refused = findings.stream().anyMatch(SceneFinding::isError);
        List<CaseResult> results = refused ? List.of() : new SceneDecisionTests(scene.get(), decisions).runAll();
        String id = scene.get().id();
        return new SceneTestReport(id.isBlank() ? nameOf(folder) : id, findings, results);
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private List<CaseResult> runAll() {
        List<CaseResult> results = new ArrayList<>();
        for (SceneTestFile file : scene.tests()) {
            for (SceneTestFile.Case each : file.cases()) {
                results.add(new CaseResult(file.file(), each.name(), each.line(), run(file, each)));
            }
        }
        return results;
    }

    private List<String> run(SceneTestFile file, SceneTestFile.Case each) {
        TestRows rows = new TestRows(scene);
        Sample sample = scene.samples().get(file.sample());
        if (sample != null) {
            rows.write(sample.rows(), LocalDate.EPOCH);
        }
        List<String> misses = new ArrayList<>();
        for (Step step : each.steps()) {
            rows.write(step.write(), step.day());
            rows.remove(step.remove());
            step.ask().ifPresent(ask -> misses.addAll(ask(step, ask, rows)));
        }
        return misses;
    }

    private List<String> ask(Step step, Ask ask, TestRows rows) {
        Rule rule = scene.rules().get(ask.rule());
        if (rule == null) {
            return List.of("line " + step.line() + ": no rule " + ask.rule());
        }
        Subject candidate = new Subject(ask.subjectKind(), ask.subject());
        List<Subject> subjects = DecisionInputs.subjects(rule.inputs(), rows, candidate, step.day());
        if (subjects.size() != 1) {
            return List.of("line " + step.line() + ": " + ask.subject() + " leads to " + subjects);
        }
        Question question = new Question(subjects.getFirst(), ask.period(), step.day(), answers(ask));
        Inputs inputs = DecisionInputs.evaluate(rule.inputs(), rows, question, parameters(step));
        return compare(step, inputs, decisions.decide(rule, inputs));
    }

    private DatedParameters parameters(Step step) {
        DatedParameters parameters = DatedParameters.of(scene.parameters().values());
        for (Map.Entry<String, Map<LocalDate, String>> each : step.parameters().entrySet()) {
            for (Map.Entry<LocalDate, String> value : each.getValue().entrySet()) {
                DatedValue dated = new DatedValue(value.getKey(), value.getValue(), TEST_BASIS, false);
                parameters = parameters.with(each.getKey(), dated);
            }
        }
        return parameters;
    }

    private Map<String, JsonNode> answers(Ask ask) {
        Map<String, JsonNode> answers = new HashMap<>();
        ask.form().forEach((name, text) -> {
            int dot = name.indexOf('.');
            String form = dot < 0 ? name : name.substring(0, dot);
            ObjectNode values =
                    (ObjectNode) answers.computeIfAbsent(form, key -> JsonNodeFactory.instance.objectNode());
            values.set(name.substring(dot + 1), typed(scene.forms().get(form), name.substring(dot + 1), text));
        });
        return answers;
    }

    private static JsonNode typed(@Nullable Form form, String field, String text) {
        String type = form == null
                ? ""
                : form.schema().path("properties").path(field).path("type").asText();
        return switch (type) {
            case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
            case "number", "integer" -> JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            default -> JsonNodeFactory.instance.textNode(text);
        };
    }

    private static List<String> compare(Step step, Inputs inputs, Outcome outcome) {
        Expect expect = step.expect();
        Misses misses = new Misses(step.line());
        misses.addAll(outcome.problems());
        expect.outcome().ifPresent(expected -> misses.compare("outcome", expected, outcome.outcome()));
        expect.inputs().forEach((name, expected) -> {
            InputValue value = inputs.values().get(name);
            misses.compare(name, expected, value == null ? "no such input" : value.text());
        });
        expect.values()
                .forEach((name, expected) ->
                        misses.compare(name, expected, outcome.values().getOrDefault(name, "no such value")));
        expect.parameters().forEach((name, from) -> {
            ParameterValue value = inputs.parameters().get(name);
            misses.compare(
                    name, from.toString(), value == null ? "none" : value.from().toString());
        });
        return misses.toList();
    }
}
