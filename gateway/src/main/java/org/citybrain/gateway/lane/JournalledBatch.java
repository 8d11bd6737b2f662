package org.citybrain.gateway.lane;

/**
 * A closed batch as the journal keeps it.
 *
 * @param state the lane's state with this batch in it
 * @param segment number of the journal file that holds it
 * @param bytes what is sent, the same at every attempt
 */
record JournalledBatch(String resource, LaneState state, long segment, byte[] bytes) {
    String id() {
        return resource + "/" + state.sequence();
    }
}
