package org.citybrain.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citybrain.launcher.city.TemporaryHome;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.supervise.Signals;

/** A `bin/cb demo` of its own, started as a command and watched through what it prints. */
final class RunningDemo implements AutoCloseable {

    private static final String READY = "everything is up";
    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int SHOWN_LINES = 20;

    private final Process process;
    private final double secondsToReady;
    private final double cpuSeconds;

    private RunningDemo(Process process, double secondsToReady, double cpuSeconds) {
        this.process = process;
        this.secondsToReady = secondsToReady;
        this.cpuSeconds = cpuSeconds;
    }

    /** Starts the demo in that home and returns when it says that everything is up; its lines are passed on. */
    static RunningDemo start(Launch launch, TemporaryHome home, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                launch.repository().resolve("bin/cb").toString(),
                "demo",
                "--home",
                home.folder().toString()));
        words.addAll(List.of(more));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        CompletableFuture<Double> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("demo-lines").start(() -> read(process, launch, begin, ready));
        try {
            home.holds(() -> Signals.end(process.toHandle(), "TERM", STOP_LIMIT));
            double seconds = ready.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return new RunningDemo(process, seconds, CpuMeter.secondsOf(process.toHandle()));
        } catch (Exception e) {
            Signals.end(process.toHandle(), "TERM", STOP_LIMIT);
            throw e;
        }
    }

    private static void read(Process process, Launch launch, long begin, CompletableFuture<Double> ready) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!ready.isDone()) {
                    launch.terminal().line(line);
                }
                last.add(line);
                if (last.size() > SHOWN_LINES) {
                    last.remove();
                }
                if (line.contains(READY)) {
                    ready.complete((System.nanoTime() - begin) / 1e9);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new PlainFailure(
                "样例城市没有启动成功 · the demo ended before it was up:\n    " + String.join("\n    ", last), ""));
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Processor time of all its processes up to being ready. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    ProcessHandle root() {
        return process.toHandle();
    }

    /** Stops it as Ctrl-C does; the seconds that took. */
    double stop() {
        long begin = System.nanoTime();
        if (!Signals.end(process.toHandle(), "TERM", STOP_LIMIT)) {
            throw new PlainFailure("样例城市没有按时停止 · the demo did not stop within " + STOP_LIMIT.toSeconds() + " s", "");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            Signals.end(process.toHandle(), "TERM", STOP_LIMIT);
        }
    }
}
