package org.citybrain.decisions;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.sceneformat.InputSpec;
import org.citybrain.sceneformat.Rule;
import org.citybrain.sceneformat.SceneFinding;
import org.citybrain.sceneformat.SceneRuleCode;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * A rule whose DMN was compiled and found to fit its inputs. Evaluation keeps all state in the context of the call, so one
 * compiled rule serves all threads.
 */
final class CompiledRule {
    static final String OUTCOME = "outcome";
    static final String LINES = "lines";
    static final String SENTENCE = "sentence";
    static final String VALUES = "values";

    private final Rule rule;
    private final DMNRuntime runtime;
    private final DMNModel model;

    private CompiledRule(Rule rule, DMNRuntime runtime, DMNModel model) {
        this.rule = rule;
        this.runtime = runtime;
        this.model = model;
    }

    /** What compiling gave: a rule when there is no finding. */
    record Compiled(Optional<CompiledRule> rule, List<SceneFinding> findings) {}

    static Compiled compile(Rule rule) {
        try {
            Resource resource = ResourceFactory.newReaderResource(new StringReader(rule.dmn()), "UTF-8");
            resource.setSourcePath(rule.file());
            DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                    .buildConfiguration()
                    .fromResources(List.of(resource))
                    .getOrElseThrow(cause -> new IllegalArgumentException(cause.getMessage(), cause));
            DMNModel model = runtime.getModels().getFirst();
            List<SceneFinding> findings = new ArrayList<>(messages(rule, model));
            findings.addAll(contract(rule, model));
            return findings.isEmpty()
                    ? new Compiled(Optional.of(new CompiledRule(rule, runtime, model)), List.of())
                    : new Compiled(Optional.empty(), findings);
        } catch (RuntimeException notCompiled) {
            // KIE reports a model it cannot build with several kinds of runtime exception; each is the author's
            // finding.
            return new Compiled(
                    Optional.empty(),
                    List.of(finding(rule, SceneRuleCode.BAD_DMN, String.valueOf(notCompiled.getMessage()))));
        }
    }

    /** Evaluates all decisions. */
    DMNResult evaluate(Inputs inputs) {
        DMNContext context = runtime.newContext();
        Set<String> asked = inputNames(model);
        inputs.values().values().stream()
                .filter(value -> !value.isPrivate() && asked.contains(value.name()))
                .forEach(value -> context.set(value.name(), value.value()));
        for (String name : rule.inputs().parameters().keySet()) {
            ParameterValue value = inputs.parameters().get(name);
            if (asked.contains(name)) {
                context.set(name, value == null ? null : value.forDmn());
            }
        }
        return runtime.evaluateAll(model, context);
    }

    private static List<SceneFinding> messages(Rule rule, DMNModel model) {
        return model.getMessages(DMNMessage.Severity.ERROR).stream()
                .map(message -> finding(rule, SceneRuleCode.BAD_DMN, message.getText()))
                .toList();
    }

    private static List<SceneFinding> contract(Rule rule, DMNModel model) {
        List<SceneFinding> findings = new ArrayList<>();
        Set<String> decisions =
                model.getDecisions().stream().map(DecisionNode::getName).collect(Collectors.toSet());
        for (String needed : List.of(OUTCOME, LINES, SENTENCE)) {
            if (!decisions.contains(needed)) {
                findings.add(finding(rule, SceneRuleCode.DMN_CONTRACT, "decision " + needed));
            }
        }
        Set<String> unfed = new TreeSet<>(inputNames(model));
        unfed.removeAll(offered(rule.inputs()));
        if (!unfed.isEmpty()) {
            findings.add(finding(rule, SceneRuleCode.DMN_CONTRACT, "inputData " + String.join(", ", unfed)));
        }
        return findings;
    }

    private static Set<String> offered(InputSpec spec) {
        Set<String> offered = new LinkedHashSet<>(spec.parameters().keySet());
        spec.inputs().values().stream().filter(input -> !input.isPrivate()).forEach(input -> offered.add(input.name()));
        return offered;
    }

    private static Set<String> inputNames(DMNModel model) {
        return model.getInputs().stream().map(InputDataNode::getName).collect(Collectors.toSet());
    }

    private static SceneFinding finding(Rule rule, SceneRuleCode code, String what) {
        return new SceneFinding(code, rule.file(), 0, List.of(what));
    }
}
