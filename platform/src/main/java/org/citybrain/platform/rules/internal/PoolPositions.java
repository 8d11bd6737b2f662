package org.citybrain.platform.rules.internal;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.platform.exchange.Ledger;
import org.springframework.stereotype.Component;

/** Waits until the pool holds what a candidate has seen: the stream may be ahead of the facts (seam 7). */
@Component
class PoolPositions {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(10);

    private final Ledger ledger;
    private volatile Map<String, Long> seen = Map.of();

    PoolPositions(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Waits a bounded while; false when the pool is still behind, then the candidate is tried again later.
     *
     * @param wanted "resource/lane" to sequence
     */
    boolean await(Map<String, Long> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReached(wanted)) {
            look();
            if (isReached(wanted)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Lanes only go forward, so what was seen once stays true. */
    private boolean isReached(Map<String, Long> wanted) {
        return wanted.entrySet().stream().allMatch(each -> seen.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private synchronized void look() {
        seen = ledger.listLanes().stream()
                .collect(Collectors.toMap(lane -> lane.resource() + "/" + lane.lane(), lane -> lane.sequence()));
    }
}
