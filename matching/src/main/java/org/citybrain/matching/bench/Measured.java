package org.citybrain.matching.bench;

import java.util.List;
import org.citybrain.matching.cluster.MatchResult;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;

/**
 * What came of one job.
 *
 * @param store the records
 * @param model what was learnt
 * @param result what was found
 * @param metrics the figures
 */
record Measured(RecordStore store, Model model, MatchResult result, List<Metric> metrics) {
    Measured {
        metrics = List.copyOf(metrics);
    }
}
