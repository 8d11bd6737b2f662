package org.citybrain.matching.measure;

/**
 * How good a result is. Pair figures look at the linked pairs alone; cluster figures at all pairs inside the clusters;
 * B³ at what each record finds around it.
 *
 * @param pairPrecision share of linked pairs that are true
 * @param pairRecall share of true pairs that are linked
 * @param clusterPrecision share of pairs inside clusters that are true
 * @param clusterRecall share of true pairs that are inside clusters
 * @param b3Precision mean share of a record's cluster that is truly the same
 * @param b3Recall mean share of the truly same that is in the record's cluster
 * @param wrongMergeShare of all merges (records less clusters) the share that joined two things
 */
public record Quality(
        double pairPrecision,
        double pairRecall,
        double clusterPrecision,
        double clusterRecall,
        double b3Precision,
        double b3Recall,
        double wrongMergeShare) {

    public double pairF1() {
        return harmonic(pairPrecision, pairRecall);
    }

    public double clusterF1() {
        return harmonic(clusterPrecision, clusterRecall);
    }

    public double b3F1() {
        return harmonic(b3Precision, b3Recall);
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
