package org.citybrain.platform.clock.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.clock.CityTimeMoved;
import org.citybrain.platform.clock.ClockProblem;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * City time under a stored ceiling: no time beyond it is handed out before it is raised in the database, so a process
 * killed at any moment resumes at the ceiling, never before a time that someone has seen.
 */
@Service
final class StoredCityTime implements CityTime, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoredCityTime.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration RAISE_EVERY = Duration.ofSeconds(1);
    private static final double SECONDS_AHEAD = 4;
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 100_000;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Live live;
    private final boolean sampleCity;
    private final Clock clock = new CityClock(this::now, ZONE);
    private Course course;
    private Instant ceiling;
    private Instant latest;
    private volatile boolean running;

    StoredCityTime(
            JdbcClient db,
            TransactionTemplate transactions,
            Audit audit,
            ApplicationEventPublisher events,
            Live live,
            Home home) {
        this.db = db;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.live = live;
        this.sampleCity = home.sampleCity();
        this.course = stored(home);
        this.latest = course.cityStart();
        this.ceiling = latest;
        raise();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized double speed() {
        return course.speed();
    }

    @Override
    public void setSpeed(double speed) {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw Refusal.of(ClockProblem.BAD_SPEED, Double.toString(speed));
        }
        change(Map.of("speed", speed), () -> course.withSpeed(System.nanoTime(), speed));
    }

    @Override
    public void advanceTo(Instant moment) {
        Instant before = now();
        if (!moment.isAfter(before)) {
            throw Refusal.of(ClockProblem.BACKWARDS, moment + " <= " + before);
        }
        change(Map.of("advancedTo", moment.toString()), () -> course.from(moment, System.nanoTime()));
    }

    /** The present city time: at least every time handed out before, at most the stored ceiling. */
    synchronized Instant now() {
        Instant counted = course.at(System.nanoTime()).truncatedTo(ChronoUnit.MICROS);
        Instant allowed = counted.isAfter(ceiling) ? ceiling : counted;
        if (allowed.isAfter(latest)) {
            latest = allowed;
        }
        return latest;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("city-clock").start(this::keepRaising);
    }

    /** A clean stop stores the exact time, so the next start goes on where it was. */
    @Override
    public void stop() {
        running = false;
        synchronized (this) {
            storeExactly(now());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First of all to start and last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void change(Map<String, ?> details, Supplier<Course> next) {
        if (!sampleCity) {
            throw Refusal.of(ClockProblem.REAL_CITY, "sample.city=false");
        }
        CityTimeMoved moved;
        synchronized (this) {
            Course changed = next.get();
            transactions.executeWithoutResult(status -> {
                store(ahead(changed.cityStart(), changed.speed()), changed.speed());
                audit.record(AuditEvent.CLOCK_SET, "clock:city", details);
            });
            course = changed;
            ceiling = ahead(changed.cityStart(), changed.speed());
            moved = new CityTimeMoved(now(), changed.speed());
        }
        events.publishEvent(moved);
        live.changed("clock");
    }

    private void keepRaising() {
        while (running) {
            try {
                raise();
            } catch (RuntimeException e) {
                log.warn("the city clock cannot be stored and stands still at its ceiling: {}", e.getMessage());
            }
            try {
                Thread.sleep(RAISE_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void raise() {
        Instant counted = course.at(System.nanoTime());
        // after a standstill the time goes on from where it stood, it does not leap to make up for it
        if (counted.isAfter(ceiling)) {
            course = course.from(now(), System.nanoTime());
        }
        Instant higher = ahead(course.at(System.nanoTime()), course.speed());
        if (running || higher.isAfter(ceiling)) {
            store(higher, course.speed());
            ceiling = higher;
        }
    }

    private static Instant ahead(Instant from, double speed) {
        return from.plusMillis((long) (SECONDS_AHEAD * speed * 1000)).truncatedTo(ChronoUnit.MICROS);
    }

    private void store(Instant newCeiling, double speed) {
        db.sql("update clock.state set ceiling = ?, speed = ?, changed_at = clock_timestamp()")
                .params(Timestamp.from(newCeiling), speed)
                .update();
    }

    private void storeExactly(Instant time) {
        try {
            db.sql("update clock.state set ceiling = ?, changed_at = clock_timestamp()")
                    .param(Timestamp.from(time))
                    .update();
        } catch (RuntimeException e) {
            log.warn("the city clock's last moment is not stored; the next start goes on a little later", e);
        }
    }

    private Course stored(Home home) {
        Instant start = sampleCity
                ? OffsetDateTime.parse(home.config().get("city.start")).toInstant()
                : Instant.now();
        double speed = sampleCity ? Double.parseDouble(home.config().get("city.speed", "1")) : 1;
        db.sql("insert into clock.state (id, ceiling, speed) values (1, ?, ?) on conflict do nothing")
                .params(Timestamp.from(start), speed)
                .update();
        return db.sql("select ceiling, speed from clock.state")
                .query((row, index) -> {
                    Instant kept = row.getTimestamp("ceiling").toInstant();
                    Instant from = sampleCity || kept.isAfter(start) ? kept : start;
                    return new Course(from, System.nanoTime(), sampleCity ? row.getDouble("speed") : 1);
                })
                .single();
    }
}
