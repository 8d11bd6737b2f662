package org.citybrain.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.BatchSink;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.citybrain.gateway.signing.DepartmentKey;
import org.citybrain.gateway.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one department's sources over its outbox. When the outbox fails, all sources stop, it is opened anew, which sends
 * again what was not acknowledged, and the sources go on from their own places.
 */
final class DepartmentAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DepartmentAgent.class);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final String department;
    private final DepartmentKey key;
    private final Path folder;
    private final Supplier<BatchSink> sinks;
    private final Health health;
    private final Clock clock;
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean changed;

    DepartmentAgent(DepartmentKey key, String department, Path folder, Supplier<BatchSink> sinks, Health health) {
        this.department = department;
        this.key = key;
        this.folder = folder;
        this.sinks = sinks;
        this.health = health;
        this.clock = Clock.systemUTC();
        this.thread = Thread.ofPlatform().name("department-" + department).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Adds a source; a running agent takes it in at once. */
    void add(Source source) {
        sources.add(source);
        changed = true;
    }

    private void run() {
        try {
            while (true) {
                try (BatchSink sink = sinks.get();
                        Outbox outbox = Outbox.open(
                                department, key.node(), key.newSigner(), folder.resolve("journal"), sink, clock)) {
                    serve(outbox);
                } catch (IOException | OutboxException e) {
                    health.down("outbox", String.valueOf(e.getMessage()));
                    LOG.warn("{}: {}", department, e.getMessage());
                }
                Thread.sleep(1_000);
            }
        } catch (InterruptedException e) {
            LOG.info("{} stopped", department);
        }
    }

    // until the outbox fails or the thread is interrupted; a source added meanwhile starts beside the others
    private void serve(Outbox outbox) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        AtomicBoolean failed = new AtomicBoolean();
        try {
            while (!failed.get()) {
                changed = false;
                List<Source> known = List.copyOf(sources);
                for (Source source : known.subList(running.size(), known.size())) {
                    running.add(Thread.ofPlatform()
                            .name(department + " " + source.describe())
                            .start(() -> run(source, outbox, failed)));
                }
                for (int i = 0; i < 10 && !failed.get() && !changed; i++) {
                    Thread.sleep(100);
                }
                outbox.acknowledged();
                health.up("outbox", outbox.sentRows() + " rows sent, " + outbox.waitingBytes() + " bytes wait");
            }
            outbox.acknowledged();
        } finally {
            stop(running);
            drain(outbox);
        }
    }

    private static void stop(List<Thread> running) {
        running.forEach(Thread::interrupt);
        boolean interrupted = Thread.interrupted();
        try {
            for (Thread source : running) {
                source.join(8_000);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(Outbox outbox) {
        boolean interrupted = Thread.interrupted();
        try {
            outbox.drain(DRAIN);
        } catch (OutboxException e) {
            LOG.debug("Not drained: {}", e.getMessage());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Source source, Outbox outbox, AtomicBoolean failed) {
        try {
            source.run(outbox);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            health.down(source.describe(), String.valueOf(e.getMessage()));
            LOG.warn("{} {} stopped", department, source.describe(), e);
            failed.set(true);
        }
    }

    DepartmentKey key() {
        return key;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(9_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
