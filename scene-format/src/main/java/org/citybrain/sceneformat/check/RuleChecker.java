package org.citybrain.sceneformat.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citybrain.sceneformat.Form;
import org.citybrain.sceneformat.InputSpec;
import org.citybrain.sceneformat.InputSpec.Age;
import org.citybrain.sceneformat.InputSpec.Answer;
import org.citybrain.sceneformat.InputSpec.Condition;
import org.citybrain.sceneformat.InputSpec.Input;
import org.citybrain.sceneformat.InputSpec.Membership;
import org.citybrain.sceneformat.InputSpec.Rows;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.Scene;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;

/** Checks that a rule reads only what the needs grant, and that all it reads also makes it look again. */
final class RuleChecker {
    private final Scene scene;
    private final Rule rule;
    private final InputSpec spec;
    private final List<SceneFinding> findings = new ArrayList<>();
    private final Set<String> reads = new LinkedHashSet<>();

    RuleChecker(Scene scene, Rule rule) {
        this.scene = scene;
        this.rule = rule;
        this.spec = rule.inputs();
    }

    List<SceneFinding> check() {
        Stream.concat(spec.routes().values().stream(), spec.members().stream()).forEach(this::membership);
        spec.inputs().values().forEach(this::input);
        spec.parameters().forEach((name, id) -> {
            if (!scene.parameters().containsKey(id) && !scene.isUnread("parameters")) {
                add(SceneRuleCode.DANGLING_NAME, 0, "parameters." + name, SceneFinding.words("参数", "parameter"), id);
            }
        });
        triggers();
        return findings;
    }

    private void triggers() {
        scene.triggers().stream()
                .filter(trigger -> trigger.rule().equals(rule.id()))
                .map(trigger -> scene.streams().get(trigger.stream()))
                .filter(stream -> stream != null)
                .forEach(stream -> reads.stream()
                        .filter(resource -> !stream.resources().contains(resource))
                        .forEach(resource -> add(SceneRuleCode.UNTRIGGERED_INPUT, 0, rule.id(), resource)));
    }

    private void membership(Membership membership) {
        granted(membership.resource(), membership.line(), membership.by(), true);
        for (String field : List.of(membership.take(), membership.from(), membership.until())) {
            granted(membership.resource(), membership.line(), field, false);
        }
        conditions(membership.resource(), membership.where(), membership.line());
    }

    private void input(Input input) {
        switch (input.source()) {
            case Rows rows -> rows(rows, input.line());
            case Age age -> age(age, input.line());
            case Answer answer -> answer(answer, input);
            case InputSpec.Members ignored -> members(input);
            case InputSpec.SubjectRef ignored -> {
                // The subject's own id needs no grant.
            }
        }
    }

    private void members(Input input) {
        if (spec.members().isEmpty()) {
            add(
                    SceneRuleCode.BAD_INPUT,
                    input.line(),
                    SceneFinding.words(
                            input.name() + " 用到 members，但没有声明",
                            input.name() + " uses members, which are not declared"));
        }
    }

    private void rows(Rows rows, int line) {
        for (String resource : rows.of()) {
            granted(resource, line, rows.by(), true);
            if (rows.take() != Rows.Take.COUNT) {
                granted(resource, line, rows.field(), false);
            }
            if (!rows.order().isEmpty()) {
                granted(resource, line, rows.order(), false);
            }
            conditions(resource, rows.where(), line);
            conditions(resource, rows.prefer(), line);
        }
        rows.known().ifPresent(known -> {
            known.birth().ifPresent(birth -> age(birth, line));
            known.rowIn().stream()
                    .filter(resource -> !rows.of().contains(resource))
                    .forEach(resource -> add(
                            SceneRuleCode.BAD_INPUT,
                            line,
                            SceneFinding.words(
                                    "rowIn 中的 " + resource + " 不在 of 中", resource + " in rowIn is not in of")));
        });
    }

    private void age(Age age, int line) {
        granted(age.of(), line, age.by(), true);
        granted(age.of(), line, age.field(), false);
    }

    private void answer(Answer answer, Input input) {
        Form form = scene.forms().get(answer.form());
        if (form == null && scene.isUnread("forms")) {
            return;
        }
        if (form == null || !form.schema().path("properties").has(answer.field())) {
            String name = answer.form() + "." + answer.field();
            add(
                    SceneRuleCode.DANGLING_NAME,
                    input.line(),
                    input.name(),
                    SceneFinding.words("表单字段", "form field"),
                    name);
        }
    }

    private void conditions(String resource, List<Condition> conditions, int line) {
        conditions.forEach(condition -> granted(resource, line, condition.field(), false));
    }

    private void granted(String resource, int line, String field, boolean lookup) {
        Need need = scene.needs().get(resource);
        if (need == null) {
            if (reads.add(resource) && !scene.isUnread("needs")) {
                add(SceneRuleCode.UNGRANTED_RESOURCE, line, resource);
            }
            return;
        }
        reads.add(resource);
        if (!need.grants(field) || (lookup && !need.lookup().contains(field))) {
            add(SceneRuleCode.UNGRANTED_FIELD, line, resource, field);
        }
    }

    private void add(SceneRuleCode code, int line, String... arguments) {
        findings.add(new SceneFinding(code, spec.file(), line, List.of(arguments)));
    }
}
