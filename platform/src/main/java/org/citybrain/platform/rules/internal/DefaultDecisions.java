package org.citybrain.platform.rules.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.Proposals;
import org.citybrain.platform.rules.RecordedDecisions;
import org.citybrain.platform.rules.internal.DecisionStore.Kept;
import org.citybrain.platform.rules.internal.Judge.Asking;
import org.citybrain.platform.rules.internal.Judge.Judgement;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.sceneformat.Rule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was decided, what a case proposes, and deciding again for another day. */
@Service
class DefaultDecisions implements RecordedDecisions, Proposals {
    private final DecisionStore store;
    private final Scenes scenes;
    private final Facts facts;
    private final Judge judge;
    private final Deciding deciding;
    private final CityTime city;
    private final CandidateStore candidates;

    DefaultDecisions(
            DecisionStore store,
            Scenes scenes,
            Facts facts,
            Judge judge,
            Deciding deciding,
            CityTime city,
            CandidateStore candidates) {
        this.candidates = candidates;
        this.store = store;
        this.scenes = scenes;
        this.facts = facts;
        this.judge = judge;
        this.deciding = deciding;
        this.city = city;
    }

    @Override
    public Queue queue() {
        return candidates.queue();
    }

    @Override
    public Optional<DecisionRecord> find(String id) {
        return store.find(id);
    }

    @Override
    public Optional<DecisionRecord> findStanding(String scene, String rule, String subject, String period) {
        return store.findStanding(scene, rule, subject, period);
    }

    @Override
    public Optional<DecisionRecord> findInCase(String caseId, String rule) {
        return store.findInCase(caseId, rule);
    }

    @Override
    public List<DecisionRecord> list(String scene, int limit) {
        return store.list(scene, limit);
    }

    @Override
    public Map<String, Long> countSince(LocalDate cityDay) {
        return store.countSince(cityDay);
    }

    @Override
    @Transactional
    public DecisionRecord propose(Asked asked) {
        InstalledScene scene = scenes.get(asked.scene(), asked.version());
        LookedUp known = new LookedUp(facts);
        String before = store.findInCase(asked.caseId(), asked.rule())
                .map(DecisionRecord::id)
                .orElse(null);
        Asking asking = new Asking(
                new Subject(asked.subjectKind(), asked.subject()),
                asked.period(),
                LocalDate.now(city.clock()),
                asked.answers(),
                Map.of(),
                List.of(),
                before,
                asked.caseId(),
                null);
        Judgement judged = judge.judge(scene, rule(scene, asked.rule()), known, asking);
        deciding.store(judged, known, asked.answers(), null);
        return judged.record();
    }

    @Override
    public DecisionRecord replay(String id, LocalDate day) {
        DecisionRecord record = store.find(id).orElseThrow(() -> Refusal.notFound("decision " + id));
        Kept kept = store.getKept(id);
        InstalledScene scene = scenes.get(record.scene(), record.version());
        return judge.judge(scene, rule(scene, record.rule()), LookedUp.of(kept.facts()), again(record, kept, day))
                .record();
    }

    @Override
    public Map<String, String> unmaskedInputs(String id) {
        DecisionRecord record = store.find(id).orElseThrow(() -> Refusal.notFound("decision " + id));
        Kept kept = store.getKept(id);
        InstalledScene scene = scenes.get(record.scene(), record.version());
        Map<String, String> inputs = new LinkedHashMap<>();
        judge.gather(
                        scene,
                        rule(scene, record.rule()),
                        LookedUp.of(kept.facts()),
                        again(record, kept, record.cityDay()))
                .values()
                .forEach((name, value) -> {
                    if (value.isKnown()) {
                        inputs.put(name, value.text());
                    }
                });
        return inputs;
    }

    private static Asking again(DecisionRecord record, Kept kept, LocalDate day) {
        return new Asking(
                new Subject(record.subjectKind(), record.subject()),
                record.period(),
                day,
                RulesJson.answers(kept.answers()),
                record.positions(),
                record.receipts(),
                record.id(),
                record.caseId(),
                record.sourceTime());
    }

    private static Rule rule(InstalledScene scene, String id) {
        Rule rule = scene.scene().rules().get(id);
        if (rule == null) {
            throw new IllegalStateException("scene " + scene.id() + "@" + scene.version() + " has no rule " + id);
        }
        return rule;
    }
}
