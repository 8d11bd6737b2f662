package org.citybrain.platform.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One decision with everything it rests on.
 *
 * @param ruleVersion digest of the rule's model and inputs declaration
 * @param positions "resource/lane" to the sequence that had to be known
 * @param receipts rows that asked for the decision
 * @param replaces the decision that stood before, absent for the first
 */
public record DecisionRecord(
        String id,
        String scene,
        String version,
        String rule,
        String ruleVersion,
        String subjectKind,
        String subject,
        String period,
        String outcome,
        LocalDate cityDay,
        Explained explained,
        Map<String, Long> positions,
        List<String> receipts,
        @Nullable String replaces,
        @Nullable String caseId,
        Instant decidedAt,
        @Nullable Instant sourceTime) {

    /** An input's value as text; empty when unknown or not an input. */
    public Optional<String> input(String name) {
        return explained.inputs().stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .map(Explained.Input::value);
    }
}
