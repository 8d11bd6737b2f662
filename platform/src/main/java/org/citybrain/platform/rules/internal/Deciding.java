package org.citybrain.platform.rules.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.DecisionInputs;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.rules.DecisionMade;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.rules.internal.DecisionStore.Standing;
import org.citybrain.platform.rules.internal.Judge.Asking;
import org.citybrain.platform.rules.internal.Judge.Judgement;
import org.citybrain.platform.rules.internal.Looked.Ground;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Decides about one candidate: everything is read and written in one repeatable-read transaction (seam 7). */
@Service
class Deciding {
    /** Written by a stream that cannot tell which periods a change touches. */
    static final String EVERY_PERIOD = "*";

    private final Scenes scenes;
    private final Facts facts;
    private final Judge judge;
    private final SceneParameters parameters;
    private final DecisionStore store;
    private final CityTime city;
    private final Home home;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Deciding(
            Scenes scenes,
            Facts facts,
            Judge judge,
            SceneParameters parameters,
            DecisionStore store,
            CityTime city,
            Home home,
            Audit audit,
            ApplicationEventPublisher events) {
        this.scenes = scenes;
        this.facts = facts;
        this.judge = judge;
        this.parameters = parameters;
        this.store = store;
        this.city = city;
        this.home = home;
        this.audit = audit;
        this.events = events;
    }

    /** The subjects a candidate leads to today; none when its scene is off. */
    List<Subject> subjects(Waiting waiting) {
        return scene(waiting)
                .map(scene -> DecisionInputs.subjects(
                        rule(scene, waiting).inputs(),
                        new LookedUp(facts),
                        new Subject(waiting.subjectKind(), waiting.subject()),
                        LocalDate.now(city.clock())))
                .orElse(List.of());
    }

    /** What a look that begins now rests on. */
    Ground ground(InstalledScene scene, Waiting waiting, Map<String, Long> positions) {
        return new Ground(
                positions,
                LocalDate.now(city.clock()),
                parameters.of(scene),
                rule(scene, waiting).version());
    }

    /** Looks at the subject in every period the candidate means; answers the periods. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Set<String> decide(Waiting waiting, Subject subject) {
        InstalledScene scene = scene(waiting).orElse(null);
        if (scene == null) {
            return Set.of();
        }
        Rule rule = rule(scene, waiting);
        LocalDate today = LocalDate.now(city.clock());
        LookedUp known = new LookedUp(facts);
        Set<String> periods = periods(waiting.period(), store.periods(scene.id(), rule.id(), subject.ref()), today);
        for (String period : periods) {
            Asking asking = new Asking(
                    subject,
                    period,
                    today,
                    Map.of(),
                    waiting.positions(),
                    waiting.receipts(),
                    null,
                    null,
                    waiting.sourceTime());
            boolean decidedBefore = store.isDecided(scene.id(), rule.id(), subject.ref(), period);
            if (decidedBefore || !judge.isIdle(rule, known, asking)) {
                look(scene, rule, known, asking);
            }
        }
        return periods;
    }

    Optional<InstalledScene> scene(Waiting waiting) {
        return scenes.find(waiting.scene())
                .filter(InstalledScene::on)
                .filter(scene -> scene.scene().rules().containsKey(waiting.rule()));
    }

    static Rule rule(InstalledScene scene, Waiting waiting) {
        return Objects.requireNonNull(scene.scene().rules().get(waiting.rule()), waiting.rule());
    }

    /** The periods a candidate means: its own, or every one in which something stands, and this year. */
    static Set<String> periods(String wanted, Collection<String> standing, LocalDate today) {
        if (!wanted.equals(EVERY_PERIOD)) {
            return Set.of(wanted);
        }
        Set<String> periods = new LinkedHashSet<>(standing);
        periods.add(String.valueOf(today.getYear()));
        return periods;
    }

    private void look(InstalledScene scene, Rule rule, LookedUp known, Asking asking) {
        Standing standing = store.take(scene.id(), rule.id(), asking.subject().ref(), asking.period());
        Judgement judged = judge.judge(scene, rule, known, asking.replacing(standing.decision()));
        if (isNews(scene, rule, standing, judged)) {
            store(judged, known, Map.of(), standing);
        }
    }

    /** News is an outcome that people must hear of with new ground, and any change of what stands. */
    private boolean isNews(InstalledScene scene, Rule rule, Standing standing, Judgement judged) {
        String outcome = judged.record().outcome();
        String before = standing.decision();
        if (before == null) {
            return isNotable(scene, rule, outcome);
        }
        if (!standing.outcome().equals(outcome)) {
            return true;
        }
        return isNotable(scene, rule, outcome)
                && !store.digest(before).orElse("").equals(judged.digest());
    }

    static boolean isNotable(InstalledScene scene, Rule rule, String outcome) {
        return scene.scene().alerts().values().stream()
                .filter(alert -> alert.rule().equals(rule.id()))
                .anyMatch(alert ->
                        alert.raise().contains(outcome) || alert.doubt().contains(outcome));
    }

    void store(Judgement judged, LookedUp known, Map<String, ?> answers, @Nullable Standing standing) {
        DecisionRecord record = judged.record();
        store.insert(record, known.rows(), answers, judged.digest(), home.node());
        if (standing != null) {
            store.stands(record);
        }
        String previous = standing == null || standing.decision() == null ? null : standing.outcome();
        audit.record(
                AuditEvent.DECISION_MADE,
                "decision:" + record.id(),
                Map.of("rule", record.rule(), "subject", record.subject(), "outcome", record.outcome()));
        events.publishEvent(new DecisionMade(
                record.id(),
                record.scene(),
                record.version(),
                record.rule(),
                record.subjectKind(),
                record.subject(),
                record.period(),
                record.outcome(),
                previous,
                List.copyOf(record.receipts()),
                record.sourceTime(),
                record.caseId()));
    }
}
