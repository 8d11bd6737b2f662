package org.citybrain.platform.process.internal;

import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.alert.AlertRaised;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.process.CaseMoved;
import org.citybrain.platform.process.CaseRecord;
import org.flowable.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a case begins and ends on its timeline: closed, refused, or withdrawn because its ground fell away. */
@Component
class CaseEnding {
    private final CaseStore cases;
    private final TaskStore tasks;
    private final DeliveryStore deliveries;
    private final Timelines timelines;
    private final ObjectProvider<RuntimeService> engine;
    private final CityTime city;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Live live;

    CaseEnding(
            CaseStore cases,
            TaskStore tasks,
            DeliveryStore deliveries,
            Timelines timelines,
            ObjectProvider<RuntimeService> engine,
            CityTime city,
            Audit audit,
            ApplicationEventPublisher events,
            Live live) {
        this.cases = cases;
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.timelines = timelines;
        this.engine = engine;
        this.city = city;
        this.audit = audit;
        this.events = events;
        this.live = live;
    }

    void opened(CaseRecord record, AlertRaised alert) {
        String receipt = alert.receipts().isEmpty() ? null : alert.receipts().getFirst();
        timelines.add(
                record.id(),
                Timelines.Entry.of("ALERT", alert.title(), "rule:" + alert.rule(), Map.of("alert", alert.alertId()))
                        .withDecision(alert.rule(), alert.decisionId())
                        .withReceipt(receipt));
        moved(record, record.stage());
    }

    /** Notes that the case rests on a newer decision now. */
    void renew(CaseRecord record, String rule, String decisionId, String outcome) {
        cases.renewed(record.id(), decisionId);
        timelines.add(
                record.id(),
                Timelines.Entry.of(
                                "DECISION",
                                new Bilingual("依据有更新，已重新判断", "The ground was renewed and judged again"),
                                "rule:" + rule,
                                Map.of("outcome", outcome))
                        .withDecision(rule, decisionId));
    }

    /** Ends an open case because the alert fell; once an order is under way the case only notes it. */
    void withdraw(CaseRecord record, String rule, String decisionId) {
        boolean ordered = deliveries.ordered(record.id());
        Bilingual title = ordered
                ? new Bilingual("依据已变化，但已下发回写，请人工复核", "The ground fell after an order was sent: to be reviewed")
                : new Bilingual("依据已变化，预警与个案撤回", "The ground fell: alert and case are withdrawn");
        timelines.add(
                record.id(),
                Timelines.Entry.of(ordered ? "REVIEW" : "WITHDRAWN", title, "rule:" + rule, Map.of())
                        .withDecision(rule, decisionId));
        if (ordered) {
            return;
        }
        String instance = record.instance();
        if (instance != null) {
            engine.getObject().deleteProcessInstance(instance, "withdrawn by decision " + decisionId);
        }
        tasks.withdrawOfCase(record.id());
        end(record, "WITHDRAWN");
    }

    /** The process reached one of its ends. */
    void ended(CaseRecord record, String stage, String state, Bilingual title) {
        timelines.add(
                record.id(), Timelines.Entry.of(state, title, "process:" + record.scene(), Map.of("stage", stage)));
        end(record, state);
    }

    /** Tells open pages and other rooms that the case has another stage. */
    void moved(CaseRecord record, String stage) {
        events.publishEvent(new CaseMoved(record.id(), record.scene(), record.place(), stage, "OPEN"));
        live.changed("todo");
    }

    private void end(CaseRecord record, String state) {
        cases.ended(record.id(), state, city.clock().instant());
        audit.record(AuditEvent.CASE_CLOSED, "case:" + record.id(), Map.of("state", state));
        events.publishEvent(new CaseMoved(record.id(), record.scene(), record.place(), record.stage(), state));
        live.changed("wall");
        live.changed("todo");
    }
}
