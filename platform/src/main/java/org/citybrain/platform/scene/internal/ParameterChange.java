package org.citybrain.platform.scene.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.sceneformat.DatedValue;
import org.citybrain.sceneformat.Parameter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a value to a parameter: from a day on, today at the earliest, with its basis. */
@Service
class ParameterChange {
    private static final int FURTHEST_YEARS = 10;

    private final ParameterStore store;
    private final CityTime city;
    private final Audit audit;

    ParameterChange(ParameterStore store, CityTime city, Audit audit) {
        this.store = store;
        this.city = city;
        this.audit = audit;
    }

    @Transactional
    public void set(InstalledScene scene, String parameter, DatedValue value) {
        if (!scene.scene().parameters().containsKey(parameter)) {
            throw Refusal.of(SceneProblem.UNKNOWN_PARAMETER, parameter);
        }
        if (value.from().isBefore(LocalDate.now(city.clock()))) {
            throw Refusal.of(SceneProblem.PARAMETER_IN_THE_PAST, value.from().toString());
        }
        checkReasonable(scene, parameter, value);
        if (value.basis().zh().isBlank()) {
            throw Refusal.of(SceneProblem.PARAMETER_UNREADABLE, parameter + " 没有依据 · " + parameter + " has no basis");
        }
        try {
            store.of(scene).with(parameter, value);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.of(SceneProblem.PARAMETER_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
        store.add(scene.id(), parameter, value, Callers.get().login());
        audit.record(
                AuditEvent.PARAMETER_CHANGED,
                "parameter:" + scene.id() + "/" + parameter,
                Map.of(
                        "value", value.value(),
                        "from", value.from().toString(),
                        "basis", value.basis().zh()));
    }

    /** A slip of the keyboard must not become law: no day beyond ten years, no negative sum or term, no word never declared. */
    private void checkReasonable(InstalledScene scene, String id, DatedValue value) {
        Parameter parameter = Objects.requireNonNull(scene.scene().parameters().get(id));
        if (value.from().isAfter(LocalDate.now(city.clock()).plusYears(FURTHEST_YEARS))) {
            throw Refusal.of(
                    SceneProblem.PARAMETER_UNREADABLE,
                    id + "：" + value.from() + " 过于久远 · " + id + ": " + value.from() + " is too far ahead");
        }
        boolean words = parameter.unit().equals("text");
        if (words && !declaredWords(scene).contains(value.value())) {
            throw Refusal.of(
                    SceneProblem.PARAMETER_UNREADABLE,
                    id + "：只能是 " + declaredWords(scene) + " 之一 · " + id + ": one of " + declaredWords(scene)
                            + " is needed");
        }
        boolean term = parameter.unit().equals("days") || parameter.unit().equals("years");
        String shape = term ? "\\d{1,4}" : "\\d{1,12}(\\.\\d{1,6})?";
        if (!words && !value.value().matches(shape)) {
            throw Refusal.of(
                    SceneProblem.PARAMETER_UNREADABLE,
                    id + "：" + value.value() + (term ? " 不是整数" : " 不是数额") + " · " + id + ": " + value.value()
                            + " is no " + (term ? "whole number of " + parameter.unit() : "amount"));
        }
    }

    private static Set<String> declaredWords(InstalledScene scene) {
        return scene.scene().parameters().values().stream()
                .filter(each -> each.unit().equals("text"))
                .flatMap(each -> each.values().stream())
                .map(DatedValue::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
