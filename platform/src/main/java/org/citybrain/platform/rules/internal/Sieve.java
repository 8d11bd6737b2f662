package org.citybrain.platform.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.scene.InstalledScene;
import org.springframework.stereotype.Component;

/**
 * Looks at many candidates at once and does with those that lead to no decision: a first load brings hundreds of thousands,
 * nearly all of them quiet, and looking at each alone would take a hundred times as many questions.
 */
@Component
class Sieve {
    private final Facts facts;
    private final DecisionStore decisions;
    private final Deciding deciding;
    private final Judge judge;
    private final Looked looked;
    private final SubjectLocks locks;

    Sieve(Facts facts, DecisionStore decisions, Deciding deciding, Judge judge, Looked looked, SubjectLocks locks) {
        this.locks = locks;
        this.facts = facts;
        this.decisions = decisions;
        this.deciding = deciding;
        this.judge = judge;
        this.looked = looked;
    }

    /**
     * Those that no decision follows from; that they were looked at is noted. The others are to be decided one by one.
     *
     * @param positions "resource/lane" to the sequence that is in the pool already
     */
    List<Waiting> settle(List<Waiting> claimed, Map<String, Long> positions) {
        List<Waiting> settled = new ArrayList<>();
        claimed.stream()
                .collect(Collectors.groupingBy(waiting -> Map.entry(waiting.scene(), waiting.rule())))
                .values()
                .forEach(group -> settled.addAll(settleOneRule(group, positions)));
        return settled;
    }

    private List<Waiting> settleOneRule(List<Waiting> group, Map<String, Long> positions) {
        InstalledScene scene = deciding.scene(group.getFirst()).orElse(null);
        if (scene == null) {
            return group;
        }
        SharedLook look = new SharedLook(
                scene,
                Deciding.rule(scene, group.getFirst()),
                deciding.ground(scene, group.getFirst(), positions),
                new SharedFacts(facts),
                judge,
                looked);
        Map<Waiting, List<Subject>> subjects = look.subjects(group);
        try (SubjectLocks.Held held = locks.hold(SharedLook.refs(subjects.values()))) {
            return look.at(subjects, decisions);
        }
    }
}
