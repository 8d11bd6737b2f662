package org.citybrain.platform.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citybrain.decisions.DecisionInputs;
import org.citybrain.decisions.Decisions;
import org.citybrain.decisions.FactSource;
import org.citybrain.decisions.Inputs;
import org.citybrain.decisions.Outcome;
import org.citybrain.decisions.Question;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.scene.InstalledScene;
import org.citybrain.platform.scene.SceneParameters;
import org.citybrain.sceneformat.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a rule about a subject and words the answer; stores nothing. */
@Component
class Judge {
    private final Decisions decisions;
    private final SceneParameters parameters;
    private final Home home;

    Judge(Decisions decisions, SceneParameters parameters, Home home) {
        this.decisions = decisions;
        this.parameters = parameters;
        this.home = home;
    }

    /** Judges; a rule that cannot be evaluated is an error, because nothing may follow from it. */
    Judgement judge(InstalledScene scene, Rule rule, FactSource facts, Asking asking) {
        Inputs inputs = gather(scene, rule, facts, asking);
        Outcome outcome = decisions.decide(rule, inputs);
        if (outcome.isFailed()) {
            throw new IllegalStateException(
                    "rule " + rule.id() + " of " + scene.id() + " failed: " + outcome.problems());
        }
        var explained = Explaining.of(inputs, outcome);
        DecisionRecord record = new DecisionRecord(
                "d" + home.node() + "-" + UUID.randomUUID(),
                scene.id(),
                scene.version(),
                rule.id(),
                rule.version(),
                asking.subject().kind(),
                asking.subject().ref(),
                asking.period(),
                outcome.outcome(),
                asking.day(),
                explained,
                asking.positions(),
                asking.receipts(),
                asking.replaces(),
                asking.caseId(),
                Instant.now(),
                asking.sourceTime());
        return new Judgement(record, Explaining.digest(rule.version(), outcome, explained));
    }

    /** The outcome alone; empty when the rule cannot be evaluated. */
    Optional<String> outcome(Rule rule, Inputs inputs) {
        Outcome outcome = decisions.decide(rule, inputs);
        return outcome.isFailed() ? Optional.empty() : Optional.of(outcome.outcome());
    }

    /** Whether the rule has nothing to say about the subject, told by few facts. */
    boolean isIdle(Rule rule, FactSource facts, Asking asking) {
        return DecisionInputs.isIdle(
                rule.inputs(), facts, new Question(asking.subject(), asking.period(), asking.day(), asking.answers()));
    }

    /** Gathers the inputs only. */
    Inputs gather(InstalledScene scene, Rule rule, FactSource facts, Asking asking) {
        Question question = new Question(asking.subject(), asking.period(), asking.day(), asking.answers());
        return DecisionInputs.evaluate(rule.inputs(), facts, question, parameters.of(scene));
    }

    /** What is asked, and why. */
    record Asking(
            Subject subject,
            String period,
            LocalDate day,
            Map<String, JsonNode> answers,
            Map<String, Long> positions,
            List<String> receipts,
            @Nullable String replaces,
            @Nullable String caseId,
            @Nullable Instant sourceTime) {

        Asking replacing(@Nullable String decision) {
            return new Asking(subject, period, day, answers, positions, receipts, decision, caseId, sourceTime);
        }
    }

    /** A decision ready to be stored, with the digest that tells whether it says anything new. */
    record Judgement(DecisionRecord record, String digest) {}
}
