package org.citybrain.launcher.city;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs steps side by side and ends when all have ended; the first failure breaks the others off. */
final class Together {

    private Together() {}

    static void run(Runnable... steps) {
        List<Future<?>> running = new ArrayList<>();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (Runnable step : steps) {
                running.add(threads.submit(step));
            }
            try {
                running.forEach(Together::await);
            } catch (RuntimeException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    private static void await(Future<?> step) {
        try {
            step.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
