package org.citybrain.matching.bench;

import java.util.List;
import org.citybrain.matching.cluster.MatchResult;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.ModelFile;

/**
 * What came of one job.
 *
 * @param store the records
 * @param file what was learnt, with what was taken out
 * @param result what was found
 * @param metrics the figures
 */
record Measured(RecordStore store, ModelFile file, MatchResult result, List<Metric> metrics) {
    Measured {
        metrics = List.copyOf(metrics);
    }

    Model model() {
        return file.model();
    }
}
