package org.citybrain.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citybrain.decisions.CompiledRule.Compiled;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.SceneFinding;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNResult;

/**
 * Decides by the DMN of rules. Each version of a rule is compiled once; the object may be shared by all threads and keeps
 * old versions so that past decisions can be replayed by the rule they were made with.
 */
public final class Decisions {
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    /** What is wrong with the rule's DMN or with how it fits its inputs; empty when it can decide. */
    public List<SceneFinding> check(Rule rule) {
        return compiled(rule).findings();
    }

    /**
     * Decides. Never throws on inputs or rules: a rule that does not compile or an evaluation that ends in an error gives an
     * outcome of {@link Outcome#FAILED} with the problems.
     */
    public Outcome decide(Rule rule, Inputs inputs) {
        Compiled ready = compiled(rule);
        return ready.rule()
                .map(usable -> outcome(usable.evaluate(inputs)))
                .orElseGet(() -> Outcome.failed(
                        ready.findings().stream().map(SceneFinding::toString).toList()));
    }

    private Compiled compiled(Rule rule) {
        return compiled.computeIfAbsent(rule.id() + "@" + rule.version(), key -> CompiledRule.compile(rule));
    }

    private static Outcome outcome(DMNResult result) {
        List<String> problems = new ArrayList<>();
        if (result.hasErrors()) {
            result.getMessages(DMNMessage.Severity.ERROR).forEach(message -> problems.add(message.getText()));
        }
        return problems.isEmpty() ? new OutcomeReader(result).read() : Outcome.failed(problems);
    }

    static Object valueOf(DMNResult result, String decision) {
        DMNDecisionResult found = result.getDecisionResultByName(decision);
        Object value = found == null ? null : found.getResult();
        return value == null ? Map.of() : value;
    }
}
