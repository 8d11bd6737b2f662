package org.citybrain.streaming.engines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a job's checkpoints, so that their failure is seen before the pool is missed. Safe for all threads. */
final class CheckpointHealth {
    /** A checkpoint may fail while a job restarts; that many after one another tell of more. */
    static final int MANY = 3;
    /** So long a checkpoint takes on no machine. */
    static final Duration STUCK = Duration.ofMinutes(5);

    private final Clock clock;
    private @Nullable Instant lastComplete;
    private @Nullable String clockFailure;
    private @Nullable String lastFailure;
    private @Nullable Instant asked;
    private int failedSince;

    CheckpointHealth(Clock clock) {
        this.clock = clock;
    }

    /** A checkpoint is asked for. */
    synchronized void asked() {
        asked = clock.instant();
    }

    /** It is complete. */
    synchronized void complete() {
        asked = null;
        lastComplete = clock.instant();
        failedSince = 0;
        lastFailure = null;
    }

    /** It did not come about. */
    synchronized void none(Throwable why) {
        asked = null;
        failedSince++;
        lastFailure = why.toString();
    }

    /** The clock that asks for them looks at its work. */
    synchronized void works() {
        clockFailure = null;
    }

    /** It cannot: the cluster's own clock, six times as slow, stands in. */
    synchronized void fails(Throwable why) {
        clockFailure = why.toString();
    }

    /** {@code status} UP or DOWN, {@code lastComplete} where there was one, {@code detail} in both languages where it is down. */
    synchronized Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        boolean many = failedSince >= MANY;
        boolean stuck = asked != null && clock.instant().isAfter(asked.plus(STUCK));
        state.put("status", many || stuck || clockFailure != null ? "DOWN" : "UP");
        state.put("failedSince", failedSince);
        if (lastComplete != null) {
            state.put("lastComplete", lastComplete.toString());
        }
        if (clockFailure != null) {
            state.put(
                    "detail",
                    "检查点时钟不工作，数据池更新变慢 The clock of checkpoints does not work, the pool lags: " + clockFailure);
        } else if (stuck) {
            state.put(
                    "detail",
                    "检查点迟迟没有完成，数据池未更新 a checkpoint does not come to an end, the pool stands still; asked for at "
                            + asked);
        } else if (many) {
            state.put(
                    "detail",
                    "连续 " + failedSince + " 次检查点失败，数据池未更新 checkpoints failed in a row, the pool stands still: "
                            + lastFailure);
        }
        return state;
    }
}
