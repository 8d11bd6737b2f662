package org.citybrain.platform.process.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citybrain.platform.alert.AlertRaised;
import org.citybrain.platform.alert.AlertRenewed;
import org.citybrain.platform.alert.AlertWithdrawn;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.scene.Scenes;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a case when an alert asks for a process, and ends it when the alert falls; in the alert's own transaction. */
@Component
class CaseOpening {
    private final CaseStore cases;
    private final Definitions definitions;
    private final ObjectProvider<RuntimeService> engine;
    private final CaseEnding ending;
    private final Scenes scenes;
    private final CityTime city;
    private final Home home;
    private final Audit audit;

    CaseOpening(
            CaseStore cases,
            Definitions definitions,
            ObjectProvider<RuntimeService> engine,
            CaseEnding ending,
            Scenes scenes,
            CityTime city,
            Home home,
            Audit audit) {
        this.cases = cases;
        this.definitions = definitions;
        this.engine = engine;
        this.ending = ending;
        this.scenes = scenes;
        this.city = city;
        this.home = home;
        this.audit = audit;
    }

    @EventListener
    void on(AlertRaised alert) {
        if (alert.process().isEmpty()) {
            return;
        }
        CaseRecord opened = opened(alert);
        if (!cases.insert(opened, home.node())) {
            return;
        }
        String definition = definitions
                .find(alert.scene(), alert.version(), alert.process())
                .orElseThrow(() -> new IllegalStateException("process " + alert.process() + " of " + alert.scene() + "@"
                        + alert.version() + " is not deployed"));
        ending.opened(opened, alert);
        ProcessInstance instance = engine.getObject()
                .createProcessInstanceBuilder()
                .processDefinitionId(definition)
                .businessKey(opened.id())
                .variables(Map.of(CaseVariables.CASE, opened.id(), CaseVariables.DOUBT, alert.doubtRole()))
                .start();
        cases.started(opened.id(), instance.getId());
        audit.record(AuditEvent.CASE_OPENED, "case:" + opened.id(), Map.of("alert", alert.alertId()));
    }

    @EventListener
    void on(AlertRenewed alert) {
        cases.findOpen(alert.scene(), alert.subject(), alert.period())
                .filter(record -> record.alert().equals(alert.alertId()))
                .ifPresent(record -> ending.renew(record, alert.rule(), alert.decisionId(), alert.outcome()));
    }

    @EventListener
    void on(AlertWithdrawn alert) {
        cases.findOpen(alert.scene(), alert.subject(), alert.period())
                .filter(record -> record.alert().equals(alert.alertId()))
                .ifPresent(record -> ending.withdraw(record, alert.rule(), alert.decisionId()));
    }

    private String firstStage(AlertRaised alert) {
        return scenes.get(alert.scene(), alert.version()).scene().stages().stream()
                .map(stage -> stage.id())
                .findFirst()
                .orElse("opened");
    }

    private CaseRecord opened(AlertRaised alert) {
        Instant now = city.clock().instant();
        return new CaseRecord(
                "c" + home.node() + "-" + UUID.randomUUID(),
                alert.scene(),
                alert.version(),
                alert.subjectKind(),
                alert.subject(),
                alert.period(),
                alert.place(),
                alert.subjectName(),
                alert.title(),
                firstStage(alert),
                "OPEN",
                alert.alertId(),
                alert.decisionId(),
                null,
                alert.receipts().isEmpty() ? List.of() : alert.receipts(),
                null,
                alert.sourceTime(),
                now,
                now,
                now,
                null,
                null);
    }
}
