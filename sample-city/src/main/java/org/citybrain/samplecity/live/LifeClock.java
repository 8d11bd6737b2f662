package org.citybrain.samplecity.live;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.citybrain.kernel.time.Micros;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Names;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Clerk;

/** Lets the city live: writes changes at a steady rate until told to stop. */
public final class LifeClock {
    private static final long TELL_EVERY_NANOS = 30_000_000_000L;
    /** Behind by more than this (a database was away), life goes on at its rate instead of making up for it. */
    private static final long FORGET_NANOS = 5_000_000_000L;

    private final CityConfig config;
    private final PrintStream out;
    private final Pace pace;
    private volatile boolean stopping;

    /**
     * How life goes.
     *
     * @param rate changes per machine second, above 0
     * @param taskShare share of changes that newly push a household over the line, 0 to 1
     * @param seconds machine seconds after which to stop; 0 to go on until stopped
     */
    public record Pace(double rate, double taskShare, int seconds) {
        public Pace {
            if (!(rate > 0 && rate <= 100_000 && taskShare >= 0 && taskShare <= 1 && seconds >= 0)) {
                throw new IllegalArgumentException(
                        "--rate must be above 0, --task-share between 0 and 1, --seconds not negative.");
            }
        }
    }

    /** A life that tells what it did. */
    public LifeClock(CityConfig config, Pace pace, PrintStream out) {
        this.config = config;
        this.pace = pace;
        this.out = out;
    }

    /** Ends {@link #run} soon; every change begun is still committed. */
    public void stop() {
        stopping = true;
    }

    /**
     * Lives until stopped or the time is up.
     *
     * @return changes committed
     * @throws IOException when a database stays away
     */
    public long run() throws SQLException, IOException, InterruptedException {
        Numbers numbers = new Numbers(config);
        Dice dice = Dice.of(config.seed(), numbers.last(CityTables.SETTLEMENT), 11);
        try (CityClock clock = new CityClock(config);
                LiveTruth truth = new LiveTruth(config.truth(), Micros.of(Instant.now()))) {
            int year = clock.now().getYear();
            Clerk clerk = new Clerk(
                    CityTables.HEALTH_INSURANCE,
                    new Names(),
                    config.seed(),
                    config.startDay().getYear());
            Town town = new Town(
                    config.seed(),
                    dice,
                    numbers,
                    new Stock(config),
                    Divisions.of(config.cityCode(), config.shared()).villages(),
                    config.startDay().getYear());
            Life life = new Life(config.seed(), dice, new Pool(config, dice, year), numbers, town, clerk, year);
            out.println("living: " + pace.rate() + " changes/s, task share " + pace.taskShare() + ", city time "
                    + new Moment(clock.now()).stamp()
                    + (clock.isFromPlatform() ? " from the platform" : " from the configuration")
                    + ", raising bills in "
                    + truth.file().getFileName());
            out.println("READY sample-city");
            out.flush();
            return live(life, clock, truth);
        }
    }

    private long live(Life life, CityClock clock, LiveTruth truth) throws IOException, InterruptedException {
        Map<String, Writer> writers = new LinkedHashMap<>();
        Map<String, Thread> threads = new LinkedHashMap<>();
        for (String department : config.departments()) {
            Writer writer = new Writer(config.department(department), truth);
            writers.put(department, writer);
            threads.put(
                    department, Thread.ofPlatform().name("write-" + department).start(writer));
        }
        long began = System.nanoTime();
        Map<String, Long> tally = new TreeMap<>();
        try {
            hand(life, clock, truth, writers, tally);
        } finally {
            writers.values().forEach(Writer::end);
            for (Thread thread : threads.values()) {
                thread.join();
            }
        }
        tell(began, writers, truth, tally);
        for (Writer writer : writers.values()) {
            refuse(writer);
        }
        return written(writers);
    }

    private void hand(Life life, CityClock clock, LiveTruth truth, Map<String, Writer> writers, Map<String, Long> tally)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long due = began;
        long told = began;
        long step = Math.round(1e9 / pace.rate());
        long end = pace.seconds() == 0 ? Long.MAX_VALUE : Math.round(pace.rate() * pace.seconds());
        for (long i = 0; i < end && !stopping; i++) {
            boolean raise = Math.floor((i + 1) * pace.taskShare()) > Math.floor(i * pace.taskShare());
            Change change = life.next(new Moment(clock.now()), raise);
            tally.merge(change.kind(), 1L, Long::sum);
            Writer writer = writers.get(change.department());
            if (writer == null) {
                throw new IllegalStateException("Nobody writes for " + change.department());
            }
            writer.take(change);
            refuse(writer);
            due += step;
            long now = System.nanoTime();
            due = now - due > FORGET_NANOS ? now : due;
            if (now - told > TELL_EVERY_NANOS) {
                told = now;
                tell(began, writers, truth, tally);
            }
            await(due);
        }
    }

    /** Waits in short naps, so that stopping is quick at any rate. */
    private void await(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !stopping) {
            LockSupport.parkNanos(Math.min(left, 100_000_000L));
            left = due - System.nanoTime();
        }
    }

    private static void refuse(Writer writer) throws IOException {
        String failure = writer.failure();
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    private static long written(Map<String, Writer> writers) {
        return writers.values().stream().mapToLong(Writer::written).sum();
    }

    private void tell(long began, Map<String, Writer> writers, LiveTruth truth, Map<String, Long> tally) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1000.0;
        long changes = written(writers);
        out.printf(
                Locale.ROOT,
                "living: %,d changes in %.1f s (%.1f/s), %,d raised, %.1f CPU s, %s%n",
                changes,
                seconds,
                changes / seconds,
                truth.raised(),
                cpu,
                tally);
        out.flush();
    }
}
