package org.citybrain.streaming.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does many small pieces of work side by side and waits for all of them. */
final class Together implements AutoCloseable {
    private static final int MOST_THREADS = 4;

    private final ExecutorService threads;

    /** @param name of its threads, without their number */
    Together(String name) {
        int number = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        threads = Executors.newFixedThreadPool(
                number, Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    /** Does the work; the results are in its order. The first failure is thrown when all of it has ended. */
    <T> List<T> all(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return results;
    }

    /** Returns when nothing is at work any more, interrupted or not: whoever comes next may do the same work again. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
