package org.citybrain.matching.block;

/** Chooses records. */
@FunctionalInterface
public interface RecordFilter {
    boolean takes(int record);
}
