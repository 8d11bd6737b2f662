package org.citybrain.platform.rules.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.citybrain.decisions.DatedParameters;
import org.citybrain.decisions.ParameterValue;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees a parameter's value come into force on its city day, and a rule change its version: both are triggers like a changed
 * row (seam 8).
 */
@Component
class Grounds {
    private static final Logger log = LoggerFactory.getLogger(Grounds.class);

    private final Scenes scenes;
    private final SceneParameters parameters;
    private final CityTime city;
    private final GroundStore store;
    private final Workers workers;

    Grounds(Scenes scenes, SceneParameters parameters, CityTime city, GroundStore store, Workers workers) {
        this.scenes = scenes;
        this.parameters = parameters;
        this.city = city;
        this.store = store;
        this.workers = workers;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        LocalDate today = LocalDate.now(city.clock());
        for (InstalledScene scene : scenes.list()) {
            if (scene.on()) {
                DatedParameters.OnDay inForce = parameters.of(scene).on(today);
                scene.scene().rules().values().forEach(rule -> renew(scene.id(), rule, inForce));
            }
        }
    }

    private void renew(String scene, Rule rule, DatedParameters.OnDay inForce) {
        int again = store.renew(scene, rule, ground(rule, inForce));
        if (again > 0) {
            log.info("{} of {} stands on new ground on {}: {} subjects again", rule.id(), scene, inForce.day(), again);
            workers.wake();
        }
    }

    /** The rule's version and the values it takes, in words that differ exactly when one of them does. */
    static String ground(Rule rule, DatedParameters.OnDay inForce) {
        return rule.inputs().parameters().values().stream()
                .distinct()
                .flatMap(id -> inForce.find(id).stream())
                .sorted(Comparator.comparing(ParameterValue::id))
                .map(value -> value.id() + "=" + value.value() + " from " + value.from())
                .collect(Collectors.joining("; ", rule.version() + "; ", ""));
    }
}
