package org.citybrain.platform.subscription.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.exchange.LaneRecord;
import org.citybrain.platform.exchange.Ledger;
import org.citybrain.platform.pool.KeptTable;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The one worker of all subscriptions. It looks twice a second for resources with something to do; each resource is worked
 * on by one thread at a time, so that a large laying delays no other resource. Nothing to do costs two small queries.
 */
@Component
class SubscriptionWorker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionWorker.class);
    private static final int THREADS = 2;
    private static final int COMPARE_MINUTES = 60;

    private final SubscriptionStore store;
    private final Laying laying;
    private final Following following;
    private final Comparing comparing;
    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("subscriptions-", 0).daemon().factory());
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    SubscriptionWorker(
            SubscriptionStore store, Laying laying, Following following, Comparing comparing, Ledger ledger) {
        this.store = store;
        this.laying = laying;
        this.following = following;
        this.comparing = comparing;
        this.ledger = ledger;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 3_000)
    void look() {
        try {
            Set<String> urgent = store.urgent();
            List<String> resources = store.resourcesAtWork();
            if (resources.isEmpty()) {
                return;
            }
            Map<String, Long> reached = new HashMap<>();
            for (LaneRecord lane : ledger.listLanes()) {
                reached.merge(lane.resource(), lane.sequence(), Long::sum);
            }
            for (String resource : resources) {
                long now = reached.getOrDefault(resource, 0L);
                if (urgent.contains(resource) || seen.getOrDefault(resource, -1L) != now) {
                    submit(resource, now);
                }
            }
        } catch (RuntimeException e) {
            log.debug("the subscriptions cannot be looked at now", e);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void remember() {
        try {
            store.wantComparisons(COMPARE_MINUTES);
        } catch (RuntimeException e) {
            log.debug("comparisons cannot be wanted now", e);
        }
    }

    private void submit(String resource, long now) {
        if (!busy.add(resource)) {
            return;
        }
        threads.execute(() -> {
            try {
                Callers.run(Caller.system("subscription"), () -> work(resource));
                seen.put(resource, now);
                failing.remove(resource);
            } catch (RuntimeException e) {
                if (failing.add(resource)) {
                    log.warn("the subscriptions of {} cannot go on now and are tried again", resource, e);
                }
            } finally {
                busy.remove(resource);
            }
        });
    }

    /** Everything there is to do for one resource now. */
    void work(String resource) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            List<Subscription> all = store.atWork(resource);
            List<Subscription> waiting =
                    all.stream().filter(each -> each.state() == State.LAYING).toList();
            if (!waiting.isEmpty()) {
                laying.lay(resource, waiting);
            }
            List<Subscription> flowing = store.atWork(resource).stream()
                    .filter(each -> each.state() == State.FLOWING)
                    .toList();
            Optional<KeptTable> kept = comparing.wanted(resource, flowing);
            Map<Integer, @Nullable Long> limits =
                    new HashMap<>(kept.map(KeptTable::positions).orElse(Map.of()));
            more = following.follow(resource, flowing, limits);
            kept.ifPresent(table -> comparing.compare(
                    table,
                    store.atWork(resource).stream()
                            .filter(each -> each.state() == State.FLOWING)
                            .toList()));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(3, TimeUnit.SECONDS);
    }
}
