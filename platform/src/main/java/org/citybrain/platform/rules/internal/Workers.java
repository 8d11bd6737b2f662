package org.citybrain.platform.rules.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.citybrain.decisions.Subject;
import org.citybrain.platform.rules.internal.CandidateStore.Waiting;
import org.citybrain.platform.rules.internal.Looked.Ground;
import org.citybrain.platform.rules.internal.Looked.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Several threads that decide about waiting candidates, oldest first; a failed one waits and is tried again. */
@Component
class Workers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final int THREADS = 4;
    private static final int CLAIMED_AT_ONCE = 128;
    private static final int OVERLAPS = 8;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final CandidateStore store;
    private final PoolPositions positions;
    private final Sieve sieve;
    private final Deciding deciding;
    private final Looked looked;
    private final SubjectLocks locks;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(
            CandidateStore store,
            PoolPositions positions,
            Sieve sieve,
            Deciding deciding,
            Looked looked,
            SubjectLocks locks) {
        this.looked = looked;
        this.locks = locks;
        this.store = store;
        this.sieve = sieve;
        this.positions = positions;
        this.deciding = deciding;
    }

    /** Tells that candidates have come. */
    void wake() {
        if (work.availablePermits() < THREADS) {
            work.release(THREADS);
        }
    }

    @Override
    public void start() {
        running = true;
        store.freeClaims();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofVirtual().name("rules-" + i).start(this::live));
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release(THREADS);
        for (Thread thread : threads) {
            join(thread);
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void live() {
        while (running) {
            try {
                List<Waiting> claimed = store.claim(CLAIMED_AT_ONCE);
                if (!claimed.isEmpty()) {
                    takeUp(claimed);
                } else {
                    work.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("candidates cannot be claimed, trying again", e);
                pause();
            }
        }
    }

    private void takeUp(List<Waiting> claimed) {
        List<Boolean> reached =
                positions.await(claimed.stream().map(Waiting::positions).toList());
        List<Waiting> ready = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Waiting waiting = claimed.get(i);
            if (reached.get(i)) {
                ready.add(waiting);
            } else {
                store.release(waiting, backoff(waiting), "the pool has not reached " + waiting.positions());
            }
        }
        loud(ready).forEach(this::decideOne);
    }

    /** What is left when the quiet ones are done with. */
    private List<Waiting> loud(List<Waiting> ready) {
        try {
            List<Waiting> quiet = sieve.settle(ready, positions.seen());
            store.decided(quiet);
            Set<Waiting> gone = new HashSet<>(quiet);
            return ready.stream().filter(waiting -> !gone.contains(waiting)).toList();
        } catch (RuntimeException e) {
            log.warn("{} candidates are looked at one by one", ready.size(), e);
            return ready;
        }
    }

    private void decideOne(Waiting waiting) {
        if (!running) {
            store.release(waiting, Duration.ZERO, null);
            return;
        }
        try {
            deciding.subjects(waiting).forEach(subject -> decide(waiting, subject));
            store.decided(List.of(waiting));
        } catch (RuntimeException e) {
            log.warn("{} about {} waits and is tried again", waiting.rule(), waiting.subject(), e);
            giveBack(waiting, e);
        }
    }

    private void decide(Waiting waiting, Subject subject) {
        try (SubjectLocks.Held held = locks.hold(List.of(subject.ref()))) {
            Optional<Ground> ground =
                    deciding.scene(waiting).map(scene -> deciding.ground(scene, waiting, positions.seen()));
            Set<String> periods = decideDespiteOverlaps(waiting, subject);
            ground.ifPresent(now -> periods.forEach(
                    period -> looked.note(new Place(waiting.scene(), waiting.rule(), subject.ref(), period), now)));
        }
    }

    /** Two evaluations of one subject in two processes that overlap: the later commit is refused and looks again. */
    private Set<String> decideDespiteOverlaps(Waiting waiting, Subject subject) {
        for (int attempt = 1; ; attempt++) {
            try {
                return deciding.decide(waiting, subject);
            } catch (RuntimeException e) {
                if (attempt >= OVERLAPS || !isOverlap(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isOverlap(@Nullable Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof ConcurrencyFailureException
                    || (at instanceof java.sql.SQLException sql && "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private void giveBack(Waiting waiting, RuntimeException error) {
        try {
            store.release(waiting, backoff(waiting), String.valueOf(error.getMessage()));
        } catch (RuntimeException again) {
            log.warn("the claim on {} runs out by itself", waiting.subject(), again);
        }
    }

    private static Duration backoff(Waiting waiting) {
        long millis = 200L << Math.min(waiting.attempts(), 10);
        return Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
