package org.citybrain.platform.process.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.process.CaseRecord;
import org.citybrain.platform.process.Cases;
import org.citybrain.platform.rules.DecisionRecord;
import org.citybrain.platform.rules.Proposals;
import org.citybrain.platform.scene.Scenes;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What BPMN calls {@code rule}: asks the rule named by field rule and puts the outcome into the variable named by into. */
@Component("rule")
class RuleStep implements JavaDelegate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaseStore store;
    private final Cases cases;
    private final Proposals proposals;
    private final Timelines timelines;
    private final Scenes scenes;

    RuleStep(CaseStore store, Cases cases, Proposals proposals, Timelines timelines, Scenes scenes) {
        this.store = store;
        this.cases = cases;
        this.proposals = proposals;
        this.timelines = timelines;
        this.scenes = scenes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRecord record = store.get(String.valueOf(execution.getVariable(CaseVariables.CASE)));
        String rule = StepFields.get(execution, "rule");
        DecisionRecord decided = proposals.propose(new Proposals.Asked(
                record.id(),
                record.scene(),
                record.version(),
                rule,
                record.subjectKind(),
                record.subject(),
                record.period(),
                answers(record.id())));
        execution.setVariable(StepFields.get(execution, "into"), decided.outcome());
        store.proposed(record.id(), decided.id());
        Bilingual sentence = decided.explained().sentence();
        String stage = CaseListener.stageOf(
                scenes.get(record.scene(), record.version()).scene(), execution.getCurrentActivityId());
        timelines.add(
                record.id(),
                Timelines.Entry.of(
                                "DECISION",
                                sentence,
                                "rule:" + rule,
                                Map.of("stage", stage, "outcome", decided.outcome()))
                        .withDecision(rule, decided.id()));
    }

    private Map<String, JsonNode> answers(String caseId) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        cases.answers(caseId).forEach((form, values) -> answers.put(form, JSON.valueToTree(values)));
        return answers;
    }
}
