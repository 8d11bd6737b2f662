package org.citybrain.streaming.engines;

import java.util.HashSet;
import java.util.Set;

/**
 * When the next checkpoint is due, so that checkpoints cost about a tenth of the time however many resources are written to:
 * the more resources wait, the longer it is put off, within bounds. What a resource costs is learnt. For one thread.
 */
final class Pace {
    /** Writing and committing a resource's two tables, as seen on a small machine; what is seen here corrects it. */
    static final long USUAL_COST_NANOS = 8_000_000;

    private static final int TIMES_COST = 10;
    private static final int TIMES_COST_AFTER_FLOOD = 2;
    /** What was learnt before counts as much as so many resources. */
    private static final int WEIGHT_OF_PAST = 50;

    private final long shortestNanos;
    private final long longestNanos;
    private final Set<String> waiting = new HashSet<>();
    private double costOfOne = USUAL_COST_NANOS;
    private int taken;
    private long total;
    private long totalAtBegin;
    private long beganNanos;

    /**
     * A pace.
     *
     * @param shortestNanos between the beginnings of two checkpoints that cost little
     * @param longestNanos between those of two that cost much; at least the shortest
     * @param nowNanos the first is due the shortest time after this
     */
    Pace(long shortestNanos, long longestNanos, long nowNanos) {
        this.shortestNanos = shortestNanos;
        this.longestNanos = longestNanos;
        this.beganNanos = nowNanos;
    }

    /** Rows of a resource wait for the next checkpoint. */
    void waits(String resource) {
        waiting.add(resource);
    }

    /** What the job's checkpoints have cost since it started; less than before tells that it started anew. */
    void spent(long totalNanos) {
        totalAtBegin = totalNanos < total ? 0 : totalAtBegin;
        total = totalNanos;
    }

    /** A checkpoint begins; it takes all that waits. */
    void begins(long nowNanos) {
        costOfOne = (costOfOne * WEIGHT_OF_PAST + total - totalAtBegin) / (WEIGHT_OF_PAST + taken);
        beganNanos = nowNanos;
        totalAtBegin = total;
        taken = waiting.size();
        waiting.clear();
    }

    /** Whether the next one is due. */
    boolean isDue(long nowNanos) {
        return nowNanos - beganNanos >= Math.min(Math.max(TIMES_COST * expected(), shortestNanos), longestNanos);
    }

    /** Whether it is, a flood having ended. */
    boolean isDueAfterFlood(long nowNanos) {
        return nowNanos - beganNanos >= Math.min(TIMES_COST_AFTER_FLOOD * expected(), longestNanos);
    }

    private double expected() {
        return costOfOne * waiting.size();
    }
}
