package org.citybrain.matching.block;

/** Takes candidate pairs. */
@FunctionalInterface
public interface PairSink {
    /** A pair; `a` comes before `b` in the store's own order. */
    void accept(int a, int b);
}
