package org.citybrain.platform.exchange;

import java.time.Instant;

/**
 * How far a resource's lane has come.
 *
 * @param resource the resource
 * @param lane its number
 * @param sequence the last batch taken
 * @param rowTotal rows taken and set aside so far
 * @param badTotal rows set aside so far
 * @param state FLOWING, HELD at a gap, or PARKED for an unknown shape or key
 * @param reason why it is held or parked, empty when it flows
 * @param updatedAt when that became so, machine time
 */
public record LaneRecord(
        String resource,
        int lane,
        long sequence,
        long rowTotal,
        long badTotal,
        String state,
        String reason,
        Instant updatedAt) {}
