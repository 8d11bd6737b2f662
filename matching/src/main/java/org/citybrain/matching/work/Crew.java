package org.citybrain.matching.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does numbered tasks on several threads. What a task is must not hang on the number of threads; then neither does the
 * result, since results are taken in the order of the tasks.
 *
 * @param threads how many threads work at once, the caller's own among them
 */
public record Crew(int threads) {
    /** The caller's thread alone. */
    public static final Crew ALONE = new Crew(1);

    public Crew {
        if (threads < 1) {
            throw new IllegalArgumentException("A crew needs a thread, not " + threads);
        }
    }

    /** One thread for each processor. */
    public static Crew ofAll() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    /** A task done by a worker, which is used by one thread only. */
    @FunctionalInterface
    public interface Task<W> {
        void run(W worker, int task);
    }

    /** A task that gives a result. */
    @FunctionalInterface
    public interface Question<W, R> {
        R answer(W worker, int task);
    }

    /** Does the tasks 0 to `tasks` - 1, each once, in no order. */
    public <W> void each(int tasks, Supplier<W> workers, Task<W> task) {
        AtomicInteger next = new AtomicInteger();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Runnable work = () -> {
            try {
                W worker = workers.get();
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.run(worker, i);
                }
            } catch (Throwable e) {
                next.set(tasks);
                failures.add(e);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            others.add(Thread.ofPlatform().name("crew-" + i).start(work));
        }
        work.run();
        others.forEach(Crew::await);
        Throwable failed = failures.peek();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed != null) {
            throw new CrewException(failed);
        }
    }

    /** Does the tasks in no order, and hands their results over one by one in the order of the tasks. */
    public <W, R> void inOrder(int tasks, Supplier<W> workers, Question<W, R> question, Consumer<R> taker) {
        Map<Integer, R> waiting = new HashMap<>();
        int[] taken = {0};
        each(tasks, workers, (worker, task) -> {
            R result = question.answer(worker, task);
            synchronized (waiting) {
                waiting.put(task, result);
                for (R ready = waiting.remove(taken[0]); ready != null; ready = waiting.remove(taken[0])) {
                    taker.accept(ready);
                    taken[0]++;
                }
            }
        });
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
