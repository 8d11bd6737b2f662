package org.citybrain.streaming.engines;

/**
 * Tells when much has come and then nothing more, such as the end of a first load. Rows count for the two last stretches of
 * time, so that what regular checkpoints have long committed does not. Two ends soon after each other were pauses, such as a
 * busy machine makes: each doubles the quiet that the next end needs. For one thread.
 */
final class Flood {
    /** Fewer rows than this wait for the clock. */
    static final long MANY_ROWS = 10_000;

    private static final int MOST_PATIENCE = 16;
    private static final int STRETCHES_REMEMBERED = 6;

    private final long stretchNanos;
    private final long quietNanos;
    private long stretch = Long.MIN_VALUE;
    private long rows;
    private long rowsBefore;
    private long lastNanos;
    private boolean everEnded;
    private long endedNanos;
    private int patience = 1;

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
        boolean soon = everEnded && nowNanos - endedNanos < STRETCHES_REMEMBERED * stretchNanos;
        if (!isWaiting() || nowNanos - lastNanos < quietNanos * (soon ? patience : 1)) {
            return false;
        }
        boolean much = rows + rowsBefore >= MANY_ROWS;
        if (much || nowNanos - lastNanos >= stretchNanos) {
            rows = 0;
            rowsBefore = 0;
        }
        if (much) {
            patience = soon ? Math.min(patience * 2, MOST_PATIENCE) : 2;
            everEnded = true;
            endedNanos = nowNanos;
        }
        return much;
    }
}
