package org.citybrain.platform.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to what was decided. Decisions are added, never changed; a later one names the one it replaces. */
public interface RecordedDecisions {
    /** Source id of the figures about what waits. */
    String QUEUE_SOURCE = "rules:waiting";

    Optional<DecisionRecord> find(String id);

    /** The decision that stands for a subject and period by a rule. */
    Optional<DecisionRecord> findStanding(String scene, String rule, String subject, String period);

    /** The last decision made inside a case by that rule. */
    Optional<DecisionRecord> findInCase(String caseId, String rule);

    /** Newest first, at most {@code limit}. */
    List<DecisionRecord> list(String scene, int limit);

    /** How many decisions were stored since that city day, by outcome. */
    Map<String, Long> countSince(LocalDate cityDay);

    /**
     * All inputs of a decision by name as plain text, private ones unmasked, gathered anew from the rows kept with it:
     * for what a case writes back. Unknown inputs are absent.
     */
    Map<String, String> unmaskedInputs(String id);

    /**
     * Decides again from the rows kept with a decision, with the parameters of another day; stores nothing.
     *
     * @throws org.citybrain.platform.problem.Refusal when there is no such decision
     */
    DecisionRecord replay(String id, LocalDate day);

    /** Subjects that a stream has pointed at and that no rule has looked at yet. */
    Queue queue();

    /**
     * What waits for a decision.
     *
     * @param waiting candidates, of which {@code failing} were tried at least once
     * @param oldestSeconds how long the oldest has waited; 0 when none waits
     * @param rows the oldest of them, without their subjects
     * @param asOf when it was so, machine time
     */
    record Queue(
            long waiting, long failing, double oldestSeconds, List<Map<String, @Nullable Object>> rows, Instant asOf) {}
}
