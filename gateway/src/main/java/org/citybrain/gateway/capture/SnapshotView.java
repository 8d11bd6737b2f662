package org.citybrain.gateway.capture;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions a table's first load has seen.
 *
 * @param xmin all transactions before it are seen
 * @param xmax this one and all after are not
 * @param running those between that were still running, hence not seen
 * @param logEnd end of the source's log just after the snapshot: what commits behind it is not seen
 * @param takenAtMicros machine time at the source
 */
public record SnapshotView(long xmin, long xmax, Set<Long> running, long logEnd, long takenAtMicros) {
    public SnapshotView {
        running = Set.copyOf(running);
    }

    /** Reads {@code pg_current_snapshot()} as text: {@code xmin:xmax:xip,xip}. */
    static SnapshotView parse(String snapshot, long logEnd, long takenAtMicros) {
        List<String> parts = Arrays.asList(snapshot.split(":", -1));
        Set<Long> running = parts.get(2).isEmpty()
                ? Set.of()
                : Arrays.stream(parts.get(2).split(",")).map(Long::valueOf).collect(Collectors.toSet());
        return new SnapshotView(
                Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1)), running, logEnd, takenAtMicros);
    }

    /**
     * Whether the load already holds a transaction's changes.
     *
     * @param xid the log's 32-bit number, which wraps around: it is held against the snapshot's low 32 bits
     * @param commitBefore end of the transaction before it in the log
     */
    boolean holds(long xid, long commitBefore) {
        if (Long.compareUnsigned(commitBefore, logEnd) >= 0) {
            return false;
        }
        int low = (int) xid;
        if (low - (int) xmax >= 0) {
            return false;
        }
        if (low - (int) xmin < 0) {
            return true;
        }
        return running.stream().noneMatch(other -> other.intValue() == low);
    }
}
