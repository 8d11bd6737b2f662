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
    private static final Set<String> CASE_NAMES = Set.of("id", "subject", "scene", "period");
    private static final Set<String> DAY_NAMES = Set.of("today", "first-of-next-month");

    private final Scene scene;
    private final List<SceneFinding> findings = new ArrayList<>();

    NameChecker(Scene scene) {
        this.scene = scene;
    }

    List<SceneFinding> check() {
        scene.triggers().forEach(trigger -> {
            leads("scene.yaml", "triggers.stream", NamedPart.STREAM, trigger.stream(), scene.streams());
            leads("scene.yaml", "triggers.rule", NamedPart.RULE, trigger.rule(), scene.rules());
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
            stage.activities()
                    .forEach(each -> leads("scene.yaml", "stages." + stage.id(), NamedPart.ACTIVITY, each, activities));
            if (!stage.due().isEmpty()) {
                leads("scene.yaml", "stages." + stage.id(), NamedPart.PARAMETER, stage.due(), scene.parameters());
            }
        }
    }

    private void alert(AlertSpec alert) {
        String file = alert.file();
        leads(file, "rule", NamedPart.RULE, alert.rule(), scene.rules());
        Rule rule = scene.rules().get(alert.rule());
        if (rule != null) {
            leads(file, "place", NamedPart.INPUT, alert.place(), rule.inputs().inputs());
            leads(file, "name", NamedPart.INPUT, alert.name(), rule.inputs().inputs());
        }
        if (!alert.process().isEmpty()) {
            leads(file, "process", NamedPart.PROCESS, alert.process(), scene.processes());
        }
        if (!alert.doubtRole().isEmpty()) {
            leads(file, "doubtRole", NamedPart.ROLE, alert.doubtRole(), scene.roles());
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

    private static NamedPart kind(Use use) {
        return switch (use) {
            case FORM -> NamedPart.FORM;
            case ROLE -> NamedPart.ROLE;
            case RULE -> NamedPart.RULE;
            case DELIVERY -> NamedPart.DELIVERY;
            case PARAMETER -> NamedPart.PARAMETER;
        };
    }

    private void value(String file, String place, ValueFrom value) {
        Rule rule = scene.rules().get(value.of());
        switch (value.kind()) {
            case INPUT -> leads(file, place, NamedPart.INPUT, value.of() + "." + value.name(), inputsOf(rule));
            case VALUE, SENTENCE -> leads(file, place, NamedPart.RULE, value.of(), scene.rules());
            case FORM -> leads(file, place, NamedPart.FIELD, value.of() + "." + value.name(), fieldsOf(value.of()));
            case PARAMETER -> leads(file, place, NamedPart.PARAMETER, value.name(), scene.parameters());
            case CASE -> leads(file, place, NamedPart.CASE_FIELD, value.name(), CASE_NAMES);
            case DAY -> leads(file, place, NamedPart.DAY, value.name(), DAY_NAMES);
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
                        .forEach(each ->
                                leads(panel.file(), "indicators", NamedPart.INDICATOR, each, scene.indicators())));
        scene.indicators().values().forEach(indicator -> {
            indicator
                    .where()
                    .getOrDefault("alert", List.of())
                    .forEach(each -> leads(indicator.file(), "where.alert", NamedPart.ALERT, each, scene.alerts()));
            indicator
                    .where()
                    .getOrDefault("delivery", List.of())
                    .forEach(each ->
                            leads(indicator.file(), "where.delivery", NamedPart.DELIVERY, each, scene.deliveries()));
        });
    }

    private void tests() {
        scene.tests().forEach(test -> {
            if (!test.sample().isEmpty()) {
                leads(test.file(), "sample", NamedPart.SAMPLE, test.sample(), scene.samples());
            }
            SceneChecker.rulesAsked(test)
                    .distinct()
                    .forEach(rule -> leads(test.file(), "ask.rule", NamedPart.RULE, rule, scene.rules()));
        });
    }

    private void leads(String file, String place, NamedPart kind, String name, Map<String, ?> known) {
        leads(file, place, kind, name, known.keySet());
    }

    private void leads(String file, String place, NamedPart kind, String name, Collection<String> known) {
        if (!known.contains(name) && !mayBeUnread(kind)) {
            findings.add(new SceneFinding(SceneRuleCode.DANGLING_NAME, file, 0, List.of(place, kind.words(), name)));
        }
    }

    private boolean mayBeUnread(NamedPart kind) {
        String place = kind.place();
        return !place.isEmpty() && scene.isUnread(place);
    }
}
