package org.citybrain.platform.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The door by which a case asks a rule, with what people answered in its forms. */
public interface Proposals {
    /** Decides from the facts of now and the answers given, and stores the decision, always. */
    DecisionRecord propose(Asked asked);

    /**
     * What a case asks.
     *
     * @param version the scene version the case runs under
     * @param answers form id to the latest answers in it
     */
    record Asked(
            String caseId,
            String scene,
            String version,
            String rule,
            String subjectKind,
            String subject,
            String period,
            Map<String, JsonNode> answers) {}
}
