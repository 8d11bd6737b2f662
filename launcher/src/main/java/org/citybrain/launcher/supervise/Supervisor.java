package org.citybrain.launcher.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;

/** All children of one home. */
public final class Supervisor implements AutoCloseable {

    private static final int SHOWN_LINES = 12;
    private static final Duration WAITING_LINE = Duration.ofSeconds(10);

    private final Spawner spawner;
    private final Duration waitingLine;
    private final Terminal terminal;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("restarts").factory());
    private final Map<String, Child> children = new LinkedHashMap<>();
    private boolean closing;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Supervisor(Spawner spawner, Terminal terminal) {
        this(spawner, terminal, WAITING_LINE);
    }

    Supervisor(Spawner spawner, Terminal terminal, Duration waitingLine) {
        this.waitingLine = waitingLine;
        this.spawner = spawner;
        this.terminal = terminal;
    }

    /** Starts a child, waits until it is ready and says how long that took. */
    public Child start(ChildSpec spec) {
        Child child = new Child(spec, spawner, terminal, timer);
        synchronized (this) {
            if (closing) {
                throw new PlainFailure("正在停止 · stopping", "");
            }
            children.put(spec.name(), child);
        }
        terminal.begins(spec.title());
        long begin = System.nanoTime();
        child.start();
        terminal.done(spec.title(), Duration.ofNanos(System.nanoTime() - begin));
        return child;
    }

    /** Runs a command to its end; a status other than 0 is a plain failure with the reason out of its log. */
    public void runOnce(String name, String title, List<String> command) {
        terminal.begins(title);
        long begin = System.nanoTime();
        Process process = spawner.spawn(name, command);
        OneRun run = new OneRun(process, title, spawner.log(name), terminal);
        int status = run.await();
        spawner.forget(name);
        if (status != 0) {
            List<String> lines = spawner.log(name).reason(SHOWN_LINES);
            throw new PlainFailure(
                    title + " 失败 · failed with status " + status + ":\n    " + String.join("\n    ", lines),
                    "全部日志 · the whole log: " + spawner.log(name).current());
        }
        terminal.done(title, Duration.ofNanos(System.nanoTime() - begin));
    }

    public synchronized Child child(String name) {
        Child child = children.get(name);
        if (child == null) {
            throw new NoSuchElementException("no child named " + name + " among " + children.keySet());
        }
        return child;
    }

    public synchronized List<Child> children() {
        return List.copyOf(children.values());
    }

    /** Stops one child and leaves it down. */
    public void stop(String name) {
        child(name).stop();
    }

    /** Stops all children wave by wave, those of one wave together. A second caller waits for the first: then all are stopped. */
    @Override
    public void close() {
        Map<Integer, List<Child>> waves = new TreeMap<>();
        boolean first;
        synchronized (this) {
            first = !closing;
            closing = true;
            for (Child child : children.values()) {
                child.release();
                waves.computeIfAbsent(child.spec().wave(), wave -> new ArrayList<>())
                        .add(child);
            }
        }
        if (first) {
            timer.shutdownNow();
            long begin = System.nanoTime();
            waves.values().forEach(wave -> stopTogether(wave, begin));
            stopped.countDown();
        } else {
            // a signal in the middle of an ordinary end must not let this process go before its children
            awaitStopped();
        }
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopTogether(List<Child> wave, long begin) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            wave.forEach(child -> threads.execute(child::stop));
            threads.shutdown();
            tellUntilEnded(threads, wave, begin);
        }
    }

    private void tellUntilEnded(ExecutorService stops, List<Child> wave, long begin) {
        try {
            while (!stops.awaitTermination(waitingLine.toMillis(), TimeUnit.MILLISECONDS)) {
                terminal.begins("等待停止 · waiting for the end of: "
                        + wave.stream()
                                .filter(Child::isRunning)
                                .map(child -> child.spec().title())
                                .collect(Collectors.joining("; "))
                        + " · " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
