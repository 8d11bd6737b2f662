package org.citybrain.streaming.engines;

/**
 * Tells when much has come and then nothing more, such as the end of a first load. Rows count for the two last stretches of
 * time, so that what regular checkpoints have long committed does not. For one thread.
 */
final class Flood {
    /** Fewer rows than this wait for the clock. */
    static final long MANY_ROWS = 10_000;

    private final long stretchNanos;
    private final long quietNanos;
    private long stretch = Long.MIN_VALUE;
    private long rows;
    private long rowsBefore;
    private long lastNanos;

    /**
     * A watch.
     *
     * @param stretchNanos time between two regular checkpoints
     * @param quietNanos after so much time without rows a flood has ended
     */
    Flood(long stretchNanos, long quietNanos) {
        this.stretchNanos = stretchNanos;
        this.quietNanos = quietNanos;
    }

    /** Rows were taken in. */
    void taken(long number, long nowNanos) {
        long now = Math.floorDiv(nowNanos, stretchNanos);
        if (now != stretch) {
            rowsBefore = now == stretch + 1 ? rows : 0;
            rows = 0;
            stretch = now;
        }
        rows += number;
        lastNanos = nowNanos;
    }

    /** Whether rows wait that may be the beginning or the end of a flood. */
    boolean isWaiting() {
        return rows + rowsBefore > 0;
    }

    /** Whether a flood has ended; true once for each. What was less than a flood is forgotten after the same time. */
    boolean hasEnded(long nowNanos) {
        if (!isWaiting() || nowNanos - lastNanos < quietNanos) {
            return false;
        }
        boolean much = rows + rowsBefore >= MANY_ROWS;
        if (much || nowNanos - lastNanos >= stretchNanos) {
            rows = 0;
            rowsBefore = 0;
        }
        return much;
    }
}
