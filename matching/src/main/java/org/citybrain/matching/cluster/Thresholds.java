package org.citybrain.matching.cluster;

import org.citybrain.matching.schema.MatchSchema;

/**
 * Where links begin, in log2 odds. One setting for all sets, fixed without labels: the odds already hold what the
 * records themselves say.
 *
 * @param link a pair at or above is linked
 * @param clerical a pair between this and {@code link} is shown to a steward
 * @param bridge the mean over all pairs of two clusters at which they still join
 * @param cap the most that a single pair speaks for or against in that mean
 */
public record Thresholds(double link, double clerical, double bridge, double cap) {
    public static final Thresholds STANDARD = new Thresholds(0, -5, -3, 10);

    /**
     * The setting for a declaration. Where each source holds a thing once, a record has one partner at most, and the best
     * of its candidates need only reach the clerical threshold: the rivals it beats are evidence too.
     */
    public static Thresholds of(MatchSchema schema) {
        boolean oneToOne =
                schema.mode() == MatchSchema.Mode.LINK && schema.guards().sourcesDistinct();
        return oneToOne
                ? new Thresholds(STANDARD.clerical, STANDARD.clerical, STANDARD.bridge, STANDARD.cap)
                : STANDARD;
    }
}
