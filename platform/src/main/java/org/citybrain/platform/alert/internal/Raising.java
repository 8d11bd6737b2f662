package org.citybrain.platform.alert.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.alert.Alert;
import org.citybrain.platform.alert.AlertRaised;
import org.citybrain.platform.alert.AlertRenewed;
import org.citybrain.platform.alert.AlertWithdrawn;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.rules.DecisionMade;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.AlertSpec;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises and withdraws alerts as decisions rise and fall, in the decision's own transaction. */
@Component
class Raising {
    private final AlertStore store;
    private final RecordedDecisions decisions;
    private final Scenes scenes;
    private final CityTime city;
    private final Home home;
    private final Announcing announcing;

    Raising(
            AlertStore store,
            RecordedDecisions decisions,
            Scenes scenes,
            CityTime city,
            Home home,
            Announcing announcing) {
        this.store = store;
        this.decisions = decisions;
        this.scenes = scenes;
        this.city = city;
        this.home = home;
        this.announcing = announcing;
    }

    @EventListener
    void on(DecisionMade made) {
        if (made.caseId() != null) {
            return;
        }
        scenes.get(made.scene(), made.version()).scene().alerts().values().stream()
                .filter(spec -> spec.rule().equals(made.rule()))
                .forEach(spec -> follow(spec, made));
    }

    private void follow(AlertSpec spec, DecisionMade made) {
        Optional<Alert> standing = store.findStanding(made.scene(), spec.id(), made.subject(), made.period());
        boolean certain = spec.raise().contains(made.outcome());
        boolean doubtful = spec.doubt().contains(made.outcome());
        if (!certain && !doubtful) {
            standing.ifPresent(alert -> withdraw(alert, made));
        } else if (standing.isEmpty()) {
            raise(spec, made, doubtful);
        } else {
            renew(spec, standing.get(), made);
        }
    }

    private void withdraw(Alert alert, DecisionMade made) {
        store.withdraw(alert.id(), made.decisionId());
        announcing.withdrawn(new AlertWithdrawn(
                alert.id(), alert.scene(), alert.subject(), alert.period(), made.rule(), made.decisionId()));
    }

    private void renew(AlertSpec spec, Alert alert, DecisionMade made) {
        store.renew(alert.id(), made.decisionId(), detail(spec, decision(made)));
        announcing.renewed(new AlertRenewed(
                alert.id(),
                alert.scene(),
                alert.subject(),
                alert.period(),
                made.rule(),
                made.decisionId(),
                made.outcome()));
    }

    private DecisionRecord decision(DecisionMade made) {
        return decisions
                .find(made.decisionId())
                .orElseThrow(() -> new IllegalStateException("no decision " + made.decisionId()));
    }

    private void raise(AlertSpec spec, DecisionMade made, boolean doubtful) {
        DecisionRecord decision = decision(made);
        Alert alert = new Alert(
                "a" + home.node() + "-" + UUID.randomUUID(),
                made.scene(),
                spec.id(),
                made.subject(),
                made.period(),
                spec.level(),
                spec.title(),
                detail(spec, decision),
                decision.input(spec.place()).orElse(""),
                "RAISED",
                made.decisionId(),
                null,
                decision.decidedAt(),
                city.clock().instant(),
                null);
        store.insert(alert, home.node());
        announcing.raised(new AlertRaised(
                alert.id(),
                made.scene(),
                made.version(),
                spec.process(),
                doubtful ? spec.doubtRole() : "",
                made.decisionId(),
                made.rule(),
                made.subjectKind(),
                made.subject(),
                made.period(),
                alert.place(),
                decision.input(spec.name()).orElse(""),
                spec.title(),
                made.receipts(),
                made.sourceTime()));
    }

    private static Map<String, Object> detail(AlertSpec spec, DecisionRecord decision) {
        Bilingual sentence = decision.explained().sentence();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("sentence", Map.of("zh", sentence.zh(), "en", sentence.en()));
        detail.put("name", decision.input(spec.name()).orElse(""));
        detail.put("outcome", decision.outcome());
        return detail;
    }

    /** Tells other rooms, the audit trail and open pages. */
    @Component
    static class Announcing {
        private final ApplicationEventPublisher events;
        private final Audit audit;
        private final Live live;

        Announcing(ApplicationEventPublisher events, Audit audit, Live live) {
            this.events = events;
            this.audit = audit;
            this.live = live;
        }

        void raised(AlertRaised alert) {
            audit.record(AuditEvent.ALERT_RAISED, "alert:" + alert.alertId(), Map.of("decision", alert.decisionId()));
            events.publishEvent(alert);
            live.changed("alert");
        }

        void renewed(AlertRenewed alert) {
            events.publishEvent(alert);
            live.changed("alert");
        }

        void withdrawn(AlertWithdrawn alert) {
            audit.record(
                    AuditEvent.ALERT_WITHDRAWN, "alert:" + alert.alertId(), Map.of("decision", alert.decisionId()));
            events.publishEvent(alert);
            live.changed("alert");
        }
    }
}
