package org.citybrain.platform.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision was stored; told in its own transaction, so that what follows from it is there exactly when it is.
 *
 * @param previous the outcome that stood before, absent for the first
 * @param receipts rows that brought the decision about, "resource/lane/sequence/row"
 * @param caseId the case in which it was asked for; absent when a candidate asked
 */
public record DecisionMade(
        String decisionId,
        String scene,
        String version,
        String rule,
        String subjectKind,
        String subject,
        String period,
        String outcome,
        @Nullable String previous,
        List<String> receipts,
        @Nullable Instant sourceTime,
        @Nullable String caseId) {
    public DecisionMade {
        receipts = List.copyOf(receipts);
    }
}
