package org.citybrain.sceneformat.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.sceneformat.AlertSpec;
import org.citybrain.sceneformat.Form;
import org.citybrain.sceneformat.ProcessModel;
import org.citybrain.sceneformat.ProcessModel.Use;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.citybrain.sceneformat.Stage;
import org.citybrain.sceneformat.ValueFrom;
import org.jspecify.annotations.Nullable;

/** Checks that every name in a scene leads to a part of it. */
final class NameChecker {
    private static final String STREAM = SceneFinding.words("流", "stream");
    private static final String RULE = SceneFinding.words("规则", "rule");
    private static final String ACTIVITY = SceneFinding.words("流程环节", "activity");
    private static final String PARAMETER = SceneFinding.words("参数", "parameter");
    private static final String INPUT = SceneFinding.words("输入", "input");
    private static final String PROCESS = SceneFinding.words("流程", "process");
    private static final String ROLE = SceneFinding.words("角色", "role");
    private static final String FIELD = SceneFinding.words("表单字段", "form field");
    private static final String INDICATOR = SceneFinding.words("指标", "indicator");
    private static final String ALERT = SceneFinding.words("预警", "alert");
    private static final String DELIVERY = SceneFinding.words("回写", "delivery");
    private static final String SAMPLE = SceneFinding.words("样例", "sample");
    private static final String FORM = SceneFinding.words("表单", "form");
    /** Where what is named would be read from; a file there that cannot be read may hold it. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry(STREAM, "streams"),
            Map.entry(RULE, "rules"),
            Map.entry(ACTIVITY, "processes"),
            Map.entry(PARAMETER, "parameters"),
            Map.entry(INPUT, "rules"),
            Map.entry(PROCESS, "processes"),
            Map.entry(FIELD, "forms"),
            Map.entry(INDICATOR, "indicators"),
            Map.entry(ALERT, "alerts"),
            Map.entry(DELIVERY, "deliveries"),
            Map.entry(SAMPLE, "samples"),
            Map.entry(FORM, "forms"));

    private static final Set<String> CASE_NAMES = Set.of("id", "subject", "scene", "period");
    private static final Set<String> DAY_NAMES = Set.of("today", "first-of-next-month");

    private final Scene scene;
    private final List<SceneFinding> findings = new ArrayList<>();

    NameChecker(Scene scene) {
        this.scene = scene;
    }

    List<SceneFinding> check() {
        scene.triggers().forEach(trigger -> {
            leads("scene.yaml", "triggers.stream", STREAM, trigger.stream(), scene.streams());
            leads("scene.yaml", "triggers.rule", RULE, trigger.rule(), scene.rules());
        });
        stages();
        scene.alerts().values().forEach(this::alert);
        scene.processes().values().forEach(this::process);
        scene.deliveries()
                .values()
                .forEach(delivery -> delivery.columns()
                        .forEach((column, value) -> value(delivery.file(), "columns." + column, value)));
        for (Form form : scene.forms().values()) {
            form.prefill().forEach((field, value) -> value(form.file(), "prefill." + field, value));
        }
        figures();
        tests();
        return findings;
    }

    private void stages() {
        Set<String> activities = scene.processes().values().stream()
                .flatMap(process -> process.activities().stream())
                .collect(Collectors.toSet());
        for (Stage stage : scene.stages()) {
            stage.activities().forEach(each -> leads("scene.yaml", "stages." + stage.id(), ACTIVITY, each, activities));
            if (!stage.due().isEmpty()) {
                leads("scene.yaml", "stages." + stage.id(), PARAMETER, stage.due(), scene.parameters());
            }
        }
    }

    private void alert(AlertSpec alert) {
        String file = alert.file();
        leads(file, "rule", RULE, alert.rule(), scene.rules());
        Rule rule = scene.rules().get(alert.rule());
        if (rule != null) {
            leads(file, "place", INPUT, alert.place(), rule.inputs().inputs());
            leads(file, "name", INPUT, alert.name(), rule.inputs().inputs());
        }
        if (!alert.process().isEmpty()) {
            leads(file, "process", PROCESS, alert.process(), scene.processes());
        }
        if (!alert.doubtRole().isEmpty()) {
            leads(file, "doubtRole", ROLE, alert.doubtRole(), scene.roles());
        }
    }

    private void process(ProcessModel process) {
        Map<Use, Set<String>> known = Map.of(
                Use.FORM, scene.forms().keySet(),
                Use.ROLE, scene.roles().keySet(),
                Use.RULE, scene.rules().keySet(),
                Use.DELIVERY, scene.deliveries().keySet(),
                Use.PARAMETER, scene.parameters().keySet());
        for (Use use : Use.values()) {
            for (String name : process.names(use)) {
                leads(process.file(), process.id(), kind(use), name, known.getOrDefault(use, Set.of()));
            }
        }
    }

    private static String kind(Use use) {
        return switch (use) {
            case FORM -> FORM;
            case ROLE -> ROLE;
            case RULE -> RULE;
            case DELIVERY -> DELIVERY;
            case PARAMETER -> PARAMETER;
        };
    }

    private void value(String file, String place, ValueFrom value) {
        Rule rule = scene.rules().get(value.of());
        switch (value.kind()) {
            case INPUT -> leads(file, place, INPUT, value.of() + "." + value.name(), inputsOf(rule));
            case VALUE, SENTENCE -> leads(file, place, RULE, value.of(), scene.rules());
            case FORM -> leads(file, place, FIELD, value.of() + "." + value.name(), fieldsOf(value.of()));
            case PARAMETER -> leads(file, place, PARAMETER, value.name(), scene.parameters());
            case CASE -> leads(file, place, SceneFinding.words("个案字段", "field of a case"), value.name(), CASE_NAMES);
            case DAY -> leads(file, place, SceneFinding.words("日期", "day"), value.name(), DAY_NAMES);
            case TEXT -> {
                // A constant leads nowhere.
            }
        }
    }

    private static Set<String> inputsOf(@Nullable Rule rule) {
        return rule == null
                ? Set.of()
                : rule.inputs().inputs().keySet().stream()
                        .map(name -> rule.id() + "." + name)
                        .collect(Collectors.toSet());
    }

    private Set<String> fieldsOf(String form) {
        Form found = scene.forms().get(form);
        return found == null
                ? Set.of()
                : found.schema().path("properties").properties().stream()
                        .map(each -> form + "." + each.getKey())
                        .collect(Collectors.toSet());
    }

    private void figures() {
        scene.panels()
                .values()
                .forEach(panel -> panel.indicators()
                        .forEach(each -> leads(panel.file(), "indicators", INDICATOR, each, scene.indicators())));
        scene.indicators().values().forEach(indicator -> {
            indicator
                    .where()
                    .getOrDefault("alert", List.of())
                    .forEach(each -> leads(indicator.file(), "where.alert", ALERT, each, scene.alerts()));
            indicator
                    .where()
                    .getOrDefault("delivery", List.of())
                    .forEach(each -> leads(indicator.file(), "where.delivery", DELIVERY, each, scene.deliveries()));
        });
    }

    private void tests() {
        scene.tests().forEach(test -> {
            if (!test.sample().isEmpty()) {
                leads(test.file(), "sample", SAMPLE, test.sample(), scene.samples());
            }
            SceneChecker.rulesAsked(test)
                    .distinct()
                    .forEach(rule -> leads(test.file(), "ask.rule", RULE, rule, scene.rules()));
        });
    }

    private void leads(String file, String place, String kind, String name, Map<String, ?> known) {
        leads(file, place, kind, name, known.keySet());
    }

    private void leads(String file, String place, String kind, String name, Collection<String> known) {
        if (!known.contains(name) && !mayBeUnread(kind)) {
            findings.add(new SceneFinding(SceneRuleCode.DANGLING_NAME, file, 0, List.of(place, kind, name)));
        }
    }

    private boolean mayBeUnread(String kind) {
        String place = PLACES.get(kind);
        return place != null && scene.isUnread(place);
    }
}
