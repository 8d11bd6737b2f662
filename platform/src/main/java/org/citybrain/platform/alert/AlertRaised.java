package org.citybrain.platform.alert;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * An alert was raised; told in the same transaction, so that a case opens exactly when the alert stands.
 *
 * @param process id of the process to start; empty when the alert only shows
 * @param doubtRole scene role that must look first because data is missing; empty when the outcome is certain
 * @param place 12-digit area code the first to-do is routed by
 * @param subjectName the subject's name as it may be shown, masked
 * @param receipts rows that brought the alert about, "resource/lane/sequence/row"
 */
public record AlertRaised(
        String alertId,
        String scene,
        String version,
        String process,
        String doubtRole,
        String decisionId,
        String rule,
        String subjectKind,
        String subject,
        String period,
        String place,
        String subjectName,
        Bilingual title,
        List<String> receipts,
        @Nullable Instant sourceTime) {
    public AlertRaised {
        receipts = List.copyOf(receipts);
    }
}
