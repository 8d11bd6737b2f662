package org.citybrain.platform.rules.internal;

import java.time.Duration;
import java.util.List;
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
     * Waits a bounded while, once for all: those the pool is still behind of then are tried again later.
     *
     * @param wanted of each "resource/lane" to sequence
     * @return whether each was reached, in the order given
     */
    List<Boolean> await(List<Map<String, Long>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return wanted.stream().map(each -> await(each, deadline)).toList();
    }

    private boolean await(Map<String, Long> wanted, long deadline) {
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

    /** What is known to be in the pool: "resource/lane" to sequence. Immutable. */
    Map<String, Long> seen() {
        return seen;
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
