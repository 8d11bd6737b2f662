package org.citybrain.platform.process.internal;

import java.time.Instant;
import java.util.Date;
import org.citybrain.decisions.DatedParameters;
import org.citybrain.decisions.ParameterValue;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.LegalClock;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.platform.scene.Scenes;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What BPMN calls {@code clocks}: the end of a legal period that begins with the step now entered. */
@Component("clocks")
public class CityClocks {
    private static final String WORKING_DAYS = "WORKING_DAYS";
    private static final String CALENDAR_DAYS = "CALENDAR_DAYS";

    private final CaseStore cases;
    private final ClockStore clocks;
    private final Scenes scenes;
    private final SceneParameters parameters;
    private final CityTime city;

    CityClocks(CaseStore cases, ClockStore clocks, Scenes scenes, SceneParameters parameters, CityTime city) {
        this.cases = cases;
        this.clocks = clocks;
        this.scenes = scenes;
        this.parameters = parameters;
        this.city = city;
    }

    /**
     * The end of the period, kept as a legal clock of the case's stage.
     *
     * @param parameter number of days, such as notice-days; whether they are working days is told by the parameter of
     *     the same name that ends in -day-kind
     */
    public Date end(DelegateExecution execution, String parameter) {
        CaseRecord record = cases.get(String.valueOf(execution.getVariable(CaseVariables.CASE)));
        InstalledScene scene = scenes.get(record.scene(), record.version());
        Instant begins = city.clock().instant();
        DatedParameters.OnDay values = parameters.of(scene).on(CityDays.day(begins));
        ParameterValue amount = values.find(parameter)
                .orElseThrow(() -> new IllegalStateException("no value of " + parameter + " is in force"));
        String kind = values.find(parameter.replaceFirst("-days$", "-day-kind"))
                .map(ParameterValue::value)
                .orElse(CALENDAR_DAYS);
        int days = values.getWhole(parameter);
        Instant due = CityDays.endOfPeriod(begins, days, kind.equals(WORKING_DAYS));
        String stage = CaseListener.stageOf(scene.scene(), execution.getCurrentActivityId());
        clocks.add(
                record.id(),
                new LegalClock(
                        stage.isEmpty() ? execution.getCurrentActivityId() : stage,
                        begins,
                        due,
                        days,
                        kind,
                        parameter,
                        amount.from(),
                        amount.basis().zh()));
        return Date.from(due);
    }
}
