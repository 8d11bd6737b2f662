package org.citybrain.platform.rules.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.DecisionInputs;
import org.citybrain.decisions.Inputs;
import org.citybrain.decisions.Question;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.rules.internal.DecisionStore.Standings;
import org.citybrain.platform.rules.internal.Looked.Ground;
import org.citybrain.platform.rules.internal.Looked.Place;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.sceneformat.Rule;

/** One look at the candidates of one rule, whose facts are asked for together. */
record SharedLook(InstalledScene scene, Rule rule, Ground ground, SharedFacts facts, Judge judge, Looked looked) {

    /** Settles what is quiet; answers the candidates nothing more needs to be done for. The subjects are held meanwhile. */
    List<Waiting> at(Map<Waiting, List<Subject>> subjects, DecisionStore decisions) {
        Standings standings = decisions.standings(scene.id(), rule.id(), refs(subjects.values()));
        Map<Waiting, Set<Place>> wanted = new HashMap<>();
        subjects.forEach((waiting, found) -> wanted.put(waiting, wanted(waiting, found, standings)));
        Set<Place> places = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<Place> open = places.stream()
                .filter(place -> standings.isDecided(place.subject(), place.period()))
                .collect(Collectors.toCollection(HashSet::new));
        places.removeAll(open);
        Map<Place, Inputs> busy = gather(places);
        Set<Place> quiet = new HashSet<>();
        busy.forEach((place, inputs) -> (isLoud(inputs) ? open : quiet).add(place));
        decisions.lookedAt(scene.id(), rule.id(), quiet);
        quiet.forEach(place -> looked.note(place, ground));
        return subjects.keySet().stream()
                .filter(waiting ->
                        wanted.getOrDefault(waiting, Set.of()).stream().noneMatch(open::contains))
                .toList();
    }

    /** Whom each candidate leads to today. */
    Map<Waiting, List<Subject>> subjects(List<Waiting> group) {
        Map<Waiting, List<Subject>> subjects = new HashMap<>();
        do {
            for (Waiting waiting : group) {
                Subject candidate = new Subject(waiting.subjectKind(), waiting.subject());
                subjects.put(waiting, DecisionInputs.subjects(rule.inputs(), facts, candidate, ground.day()));
            }
        } while (facts.ask());
        return subjects;
    }

    static List<String> refs(Collection<List<Subject>> subjects) {
        return subjects.stream()
                .flatMap(List::stream)
                .map(Subject::ref)
                .distinct()
                .toList();
    }

    /** What a candidate wants looked at, without what was looked at since. */
    private Set<Place> wanted(Waiting waiting, List<Subject> subjects, Standings standings) {
        Set<Place> places = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            Deciding.periods(waiting.period(), standings.periods(subject.ref()), ground.day())
                    .forEach(period -> places.add(new Place(scene.id(), rule.id(), subject.ref(), period)));
        }
        places.removeIf(place -> looked.covers(place, waiting.positions(), ground));
        return places;
    }

    /** The inputs of every place where the rule is not idle. */
    private Map<Place, Inputs> gather(Set<Place> places) {
        Map<Place, Inputs> busy = new LinkedHashMap<>();
        do {
            busy.clear();
            for (Place place : places) {
                Question question = new Question(
                        new Subject(rule.inputs().subject(), place.subject()), place.period(), ground.day(), Map.of());
                if (!DecisionInputs.isIdle(rule.inputs(), facts, question)) {
                    busy.put(place, DecisionInputs.evaluate(rule.inputs(), facts, question, ground.parameters()));
                }
            }
        } while (facts.ask());
        return busy;
    }

    /** Whether people must hear of the outcome; a rule that cannot tell is left to the look that says why. */
    private boolean isLoud(Inputs inputs) {
        return judge.outcome(rule, inputs)
                .map(outcome -> Deciding.isNotable(scene, rule, outcome))
                .orElse(true);
    }
}
