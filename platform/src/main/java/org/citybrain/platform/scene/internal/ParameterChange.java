package org.citybrain.platform.scene.internal;

import java.time.LocalDate;
import java.util.Map;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneProblem;
import org.citybrain.sceneformat.DatedValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a value to a parameter: from a day on, today at the earliest, with its basis. */
@Service
class ParameterChange {
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
        if (value.basis().zh().isBlank()) {
            throw Refusal.of(SceneProblem.PARAMETER_UNREADABLE, parameter + " has no basis");
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
}
