package org.citybrain.matching.cluster;

import java.util.List;
import org.citybrain.kernel.finding.Finding;

/**
 * What a matching found.
 *
 * @param cluster by record: the first record of its cluster in the store's own order
 * @param links the pairs at or above the clerical threshold
 * @param candidates how many pairs were looked at
 * @param findings what was left out, and why
 */
public record MatchResult(int[] cluster, Links links, long candidates, List<Finding> findings) {
    public MatchResult {
        findings = List.copyOf(findings);
    }
}
