package org.citybrain.platform.rules.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citybrain.kernel.wire.Candidate;
import org.citybrain.kernel.wire.Topics;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.Scenes;
import org.citybrain.platform.topics.TopicListener;
import org.citybrain.platform.topics.TopicMessage;
import org.springframework.stereotype.Component;

/** Hears candidates and puts them where they wait; the broker's place moves on only after that. */
@Component
class CandidateIntake implements TopicListener {
    private final CandidateStore store;
    private final Scenes scenes;
    private final Workers workers;

    CandidateIntake(CandidateStore store, Scenes scenes, Workers workers) {
        this.store = store;
        this.scenes = scenes;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "rules.candidates";
    }

    @Override
    public String topic() {
        return Topics.CANDIDATES;
    }

    @Override
    public void on(List<TopicMessage> messages) {
        List<Map.Entry<String, Candidate>> wanted = messages.stream()
                .filter(message -> message.value() != null)
                .map(message -> message.as(Candidate.class))
                .flatMap(candidate -> rule(candidate).map(rule -> Map.entry(rule, candidate)))
                .toList();
        if (!wanted.isEmpty()) {
            store.add(wanted);
            workers.wake();
        }
    }

    /** A scene that is off needs no candidates: its stream rebuilds from the pool when it is switched on. */
    private Stream<String> rule(Candidate candidate) {
        Optional<InstalledScene> scene = scenes.find(candidate.scene()).filter(InstalledScene::on);
        return scene.flatMap(found -> found.scene().findTrigger(candidate.stream())).stream()
                .map(trigger -> trigger.rule());
    }
}
