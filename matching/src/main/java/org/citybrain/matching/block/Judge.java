package org.citybrain.matching.block;

/** What one thread does with pairs. */
public interface Judge<R> extends PairSink {
    /** What came of the pairs since the last time. */
    R verdicts();
}
