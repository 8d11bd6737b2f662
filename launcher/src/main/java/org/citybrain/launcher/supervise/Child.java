package org.citybrain.launcher.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.jspecify.annotations.Nullable;

/** One supervised process: started, watched, restarted when it dies unasked, stopped when asked. */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int SHOWN_LINES = 12;

    private final ChildSpec spec;
    private final Spawner spawner;
    private final Terminal terminal;
    private final ScheduledExecutorService timer;
    private final Backoff backoff = new Backoff();
    private @Nullable Process process;
    private boolean wanted;
    private boolean served;
    private int restarts;
    private long startedNanos;

    Child(ChildSpec spec, Spawner spawner, Terminal terminal, ScheduledExecutorService timer) {
        this.spec = spec;
        this.spawner = spawner;
        this.terminal = terminal;
        this.timer = timer;
    }

    public ChildSpec spec() {
        return spec;
    }

    public synchronized int restarts() {
        return restarts;
    }

    /** The running process; throws when it is down at the moment. */
    public synchronized ProcessHandle runningProcess() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(spec.name() + " is not running");
        }
        return process.toHandle();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts the process and returns when it is ready; a bad start is a plain failure with the reason out of its log. */
    void start() {
        synchronized (this) {
            wanted = true;
            spawn();
        }
        awaitReady();
        synchronized (this) {
            served = true;
        }
    }

    private synchronized void spawn() {
        Process fresh = spawner.spawn(spec.name(), spec.command());
        process = fresh;
        startedNanos = System.nanoTime();
        fresh.onExit().thenAccept(this::ended);
    }

    private void awaitReady() {
        long begin = System.nanoTime();
        long nextHeartbeat = HEARTBEAT.toNanos();
        while (!spec.readiness().holds()) {
            long waited = System.nanoTime() - begin;
            if (!isRunning()) {
                throw failed("没有启动成功 · did not start");
            }
            if (waited > spec.startLimit().toNanos()) {
                throw failed("在 " + spec.startLimit().toSeconds() + " s 内没有就绪 · was not ready in time");
            }
            if (waited > nextHeartbeat) {
                nextHeartbeat += HEARTBEAT.toNanos();
                terminal.begins(spec.title() + " · " + Terminal.seconds(Duration.ofNanos(waited)));
            }
            Pause.of(POLL);
        }
    }

    private PlainFailure failed(String what) {
        List<String> lines = spawner.log(spec.name()).reason(SHOWN_LINES);
        return new PlainFailure(
                spec.title() + " " + what + (lines.isEmpty() ? "" : ":\n    " + String.join("\n    ", lines)),
                "全部日志 · the whole log: " + spawner.log(spec.name()).current());
    }

    private synchronized void ended(Process dead) {
        if (dead != process || !wanted || !served) {
            return;
        }
        Duration pause = backoff.pauseAfter(Duration.ofNanos(System.nanoTime() - startedNanos));
        terminal.trouble(spec.title() + " 意外退出 · ended unasked (status " + dead.exitValue() + "), restarting in "
                + Terminal.seconds(pause));
        timer.schedule(this::restart, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart() {
        synchronized (this) {
            if (!wanted) {
                return;
            }
            restarts++;
            spawn();
        }
        Thread.ofVirtual().start(this::announceReturn);
    }

    private void announceReturn() {
        long begin = System.nanoTime();
        while (isRunning() && !spec.readiness().holds()) {
            Pause.of(POLL);
        }
        if (isRunning()) {
            terminal.done(spec.title() + " 已恢复 · is back", Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** No restart from now on. */
    synchronized void release() {
        wanted = false;
    }

    /** Asks the process to end and waits; kills it after its stop limit. */
    void stop() {
        Process running;
        synchronized (this) {
            wanted = false;
            running = process;
        }
        if (running != null
                && running.isAlive()
                && !Signals.end(running.toHandle(), spec.stopSignal(), spec.stopLimit())) {
            terminal.trouble(spec.title() + " 未按时停止, 已强制结束 · did not stop within "
                    + spec.stopLimit().toSeconds() + " s and was killed");
        }
        spawner.forget(spec.name());
    }
}
