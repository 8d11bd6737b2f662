package org.citybrain.platform.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the merge and split log.
 *
 * @param what MERGED: all records of {@code other} went into {@code entity}; SPLIT: some did
 * @param records how many went
 * @param cause RECORD: the records themselves; RULING or UNDO: a steward
 * @param ruling the ruling behind it, null when there is none
 * @param standing whether that ruling is still in force and can be undone
 */
public record EntityEvent(
        Instant at,
        String what,
        String entity,
        String other,
        int records,
        String cause,
        String by,
        String reason,
        @Nullable Long ruling,
        boolean standing) {}
