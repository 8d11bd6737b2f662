package org.citybrain.platform.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The door to what was exchanged. */
public interface Ledger {

    /** All lanes in order of resource. */
    List<LaneRecord> listLanes();

    /** One batch. */
    Optional<BatchRecord> findBatch(String resource, int lane, long sequence);

    /** The newest batches of all resources. */
    List<BatchRecord> listNewest(int limit);

    /** Accepted batches and rows per span since a moment, empty spans left out. */
    List<FlowPoint> flowSince(Instant from, Duration span);

    /** The lanes of one resource. */
    List<LaneRecord> listLanes(String resource);

    /** Accepted batches of a lane after a sequence, in order. */
    List<BatchRecord> listAccepted(String resource, int lane, long after, int limit);

    /** Rows of a batch that intake set aside, by their number in it. */
    Set<Integer> rowsSetAside(String resource, int lane, long sequence);
}
