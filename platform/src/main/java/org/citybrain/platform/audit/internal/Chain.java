package org.citybrain.platform.audit.internal;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One writer's chain. A transaction borrows a chain until it ends, so entries need no lock in the database and fit
 * every isolation level; after a rollback the chain stands where it stood.
 */
final class Chain {

    private final String writer;
    private long sequence;
    private byte[] hash = Link.NOTHING;
    private long pendingSequence;
    private byte[] pendingHash = Link.NOTHING;

    private Chain(String writer) {
        this.writer = writer;
    }

    String writer() {
        return writer;
    }

    long nextSequence() {
        return pendingSequence + 1;
    }

    byte[] previous() {
        return pendingHash;
    }

    void append(byte[] newHash) {
        pendingSequence++;
        pendingHash = newHash;
    }

    void commit() {
        sequence = pendingSequence;
        hash = pendingHash;
    }

    void rollback() {
        pendingSequence = sequence;
        pendingHash = hash;
    }

    /** The chains of this run of the process; as many as there are transactions at the same time. */
    static final class Pool {

        private final String run;
        private final ConcurrentLinkedDeque<Chain> free = new ConcurrentLinkedDeque<>();
        private final AtomicInteger made = new AtomicInteger();

        Pool(String run) {
            this.run = run;
        }

        Chain borrow() {
            @Nullable Chain chain = free.pollFirst();
            return chain == null ? new Chain(run + "/" + made.incrementAndGet()) : chain;
        }

        void giveBack(Chain chain) {
            free.addFirst(chain);
        }
    }
}
