package org.citybrain.platform.rules.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.DecisionInputs;
import org.citybrain.decisions.Question;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.rules.internal.DecisionStore.Standings;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.sceneformat.Rule;
import org.springframework.stereotype.Component;

/**
 * Tells, for many candidates at once, which of them a rule has nothing to say about: a first load brings hundreds of thousands,
 * nearly all of them idle, and asking about each alone would take a thousand times as many questions.
 */
@Component
class Sieve {
    private final Facts facts;
    private final DecisionStore decisions;
    private final Deciding deciding;
    private final CityTime city;

    Sieve(Facts facts, DecisionStore decisions, Deciding deciding, CityTime city) {
        this.facts = facts;
        this.decisions = decisions;
        this.deciding = deciding;
        this.city = city;
    }

    /** Those that nothing needs to be decided for: nothing stands for any of their subjects, and the rule is idle. */
    List<Waiting> idle(List<Waiting> claimed) {
        SharedFacts shared = new SharedFacts(facts);
        List<Waiting> idle = new ArrayList<>();
        claimed.stream()
                .collect(Collectors.groupingBy(waiting -> Map.entry(waiting.scene(), waiting.rule())))
                .values()
                .forEach(group -> idle.addAll(idleOfOneRule(group, shared)));
        return idle;
    }

    private List<Waiting> idleOfOneRule(List<Waiting> group, SharedFacts shared) {
        InstalledScene scene = deciding.scene(group.getFirst()).orElse(null);
        if (scene == null) {
            return group;
        }
        Rule rule = Deciding.rule(scene, group.getFirst());
        LocalDate today = LocalDate.now(city.clock());
        Map<Waiting, List<Subject>> subjects = subjects(group, rule, shared, today);
        Standings standings = decisions.standings(
                scene.id(),
                rule.id(),
                subjects.values().stream()
                        .flatMap(List::stream)
                        .map(Subject::ref)
                        .distinct()
                        .toList());
        List<Waiting> idle;
        do {
            idle = group.stream()
                    .filter(waiting -> subjects.getOrDefault(waiting, List.of()).stream()
                            .allMatch(subject -> isIdle(waiting, subject, rule, standings, shared, today)))
                    .toList();
        } while (shared.ask());
        return idle;
    }

    private static Map<Waiting, List<Subject>> subjects(
            List<Waiting> group, Rule rule, SharedFacts shared, LocalDate today) {
        Map<Waiting, List<Subject>> subjects = new HashMap<>();
        do {
            for (Waiting waiting : group) {
                Subject candidate = new Subject(waiting.subjectKind(), waiting.subject());
                subjects.put(waiting, DecisionInputs.subjects(rule.inputs(), shared, candidate, today));
            }
        } while (shared.ask());
        return subjects;
    }

    private static boolean isIdle(
            Waiting waiting, Subject subject, Rule rule, Standings standings, SharedFacts shared, LocalDate today) {
        Set<String> periods = new LinkedHashSet<>();
        if (waiting.period().equals(Deciding.EVERY_PERIOD)) {
            periods.addAll(standings.periods(subject.ref()));
            periods.add(String.valueOf(today.getYear()));
        } else {
            periods.add(waiting.period());
        }
        return periods.stream()
                .allMatch(period -> !standings.isDecided(subject.ref(), period)
                        && DecisionInputs.isIdle(
                                rule.inputs(), shared, new Question(subject, period, today, Map.of())));
    }
}
