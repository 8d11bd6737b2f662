package org.citybrain.matching.cluster;

import java.util.List;
import org.citybrain.kernel.finding.Finding;

/**
 * What a matching found.
 *
 * @param cluster by record: the first record of its cluster in the store's own order
 * @param links the pairs at or above the clerical threshold
 * @param candidates how many pairs were looked at
 * @param thresholds where links began
 * @param findings what was left out, and why
 */
public record MatchResult(int[] cluster, Links links, long candidates, Thresholds thresholds, List<Finding> findings) {
    public MatchResult {
        findings = List.copyOf(findings);
    }

    /** Whether a pair is linked: strong enough, and its records ended in one cluster. */
    public boolean isLinked(int link) {
        return links.bits(link) >= thresholds.link() && cluster[links.a(link)] == cluster[links.b(link)];
    }

    /** The same with other findings. */
    public MatchResult withFindings(List<Finding> all) {
        return new MatchResult(cluster, links, candidates, thresholds, all);
    }
}
