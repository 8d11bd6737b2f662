package org.citybrain.platform.process.internal;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.ParameterValue;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.ValueFrom;
import org.springframework.stereotype.Component;

/** Finds the values that forms and deliveries of a scene name by where they come from. */
@Component
class ValueResolver {
    private final RecordedDecisions decisions;
    private final Cases cases;
    private final Scenes scenes;
    private final SceneParameters parameters;
    private final CityTime city;

    ValueResolver(RecordedDecisions decisions, Cases cases, Scenes scenes, SceneParameters parameters, CityTime city) {
        this.decisions = decisions;
        this.cases = cases;
        this.scenes = scenes;
        this.parameters = parameters;
        this.city = city;
    }

    /** The value as people may see it: private inputs are masked. */
    Optional<Resolved> find(ValueFrom from, CaseRecord record) {
        return resolve(from, record, false);
    }

    /** The value as a department needs it: private inputs are whole. */
    Optional<Resolved> findWhole(ValueFrom from, CaseRecord record) {
        return resolve(from, record, true);
    }

    private Optional<Resolved> resolve(ValueFrom from, CaseRecord record, boolean whole) {
        LocalDate today = LocalDate.now(city.clock());
        return switch (from.kind()) {
            case INPUT -> decision(from, record).flatMap(decision -> input(decision, from.name(), whole));
            case VALUE ->
                decision(from, record)
                        .flatMap(decision -> Optional.ofNullable(
                                        decision.explained().values().get(from.name()))
                                .map(value -> new Resolved(value, "decision:" + decision.id())));
            case SENTENCE ->
                decision(from, record)
                        .map(decision -> new Resolved(
                                decision.explained().sentence().in(from.name()), "decision:" + decision.id()));
            case FORM ->
                Optional.ofNullable(cases.answers(record.id())
                                .getOrDefault(from.of(), Map.of())
                                .get(from.name()))
                        .map(value -> new Resolved(String.valueOf(value), "form:" + from.of()));
            case PARAMETER ->
                parameters
                        .of(scenes.get(record.scene(), record.version()))
                        .on(today)
                        .find(from.name())
                        .map(ParameterValue::value)
                        .map(value -> new Resolved(value, "parameter:" + record.scene() + ":" + from.name()));
            case CASE -> Optional.of(new Resolved(ofCase(from.name(), record), "case:" + record.id()));
            case DAY -> Optional.of(new Resolved(day(from.name(), today).toString(), "clock"));
            case TEXT -> Optional.of(new Resolved(from.name(), "scene"));
        };
    }

    private Optional<Resolved> input(DecisionRecord decision, String name, boolean whole) {
        Optional<String> value = whole
                ? Optional.ofNullable(decisions.unmaskedInputs(decision.id()).get(name))
                : decision.input(name);
        return value.map(found -> new Resolved(found, "decision:" + decision.id() + ":" + name));
    }

    /** The case's latest decision by the rule: asked for in the case, or the one that opened it. */
    private Optional<DecisionRecord> decision(ValueFrom from, CaseRecord record) {
        return decisions
                .findInCase(record.id(), from.of())
                .or(() -> decisions.findStanding(record.scene(), from.of(), record.subject(), record.period()));
    }

    private static String ofCase(String name, CaseRecord record) {
        return switch (name) {
            case "subject" -> record.subject();
            case "scene" -> record.scene();
            default -> record.id();
        };
    }

    private static LocalDate day(String name, LocalDate today) {
        return name.equals("first-of-next-month") ? today.with(TemporalAdjusters.firstDayOfNextMonth()) : today;
    }

    /** A value with the source a page can open. */
    record Resolved(String value, String source) {}
}
