package org.citybrain.kernel.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * A stream's word that a subject should be looked at; the platform decides (seam 6).
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Candidate(
        String scene,
        String stream,
        String subjectKind,
        String subject,
        String period,
        String resource,
        Map<String, Long> positions,
        List<String> receipts,
        long sourceTimeMicros,
        long emittedAtMicros) {}
