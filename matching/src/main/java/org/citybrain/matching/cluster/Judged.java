package org.citybrain.matching.cluster;

import org.citybrain.matching.block.Judge;
import org.citybrain.matching.learn.Scorer;

/**
 * Some pairs that one thread has scored.
 *
 * @param links those worth keeping
 * @param looked how many there were
 */
record Judged(Links links, long looked) {

    /** Scores pairs and keeps those at or above the clerical threshold. */
    static final class Bench implements Judge<Judged> {
        private final Scorer scorer;
        private final double least;
        private Links links = new Links();
        private long looked;

        Bench(Scorer scorer, double least) {
            this.scorer = scorer;
            this.least = least;
        }

        @Override
        public void accept(int a, int b) {
            looked++;
            double bits = scorer.score(a, b);
            if (bits >= least) {
                links.add(a, b, bits);
            }
        }

        @Override
        public Judged verdicts() {
            Judged judged = new Judged(links, looked);
            links = new Links();
            looked = 0;
            return judged;
        }
    }
}
