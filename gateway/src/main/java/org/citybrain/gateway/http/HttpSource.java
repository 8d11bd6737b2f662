package org.citybrain.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.citybrain.gateway.declared.Descriptions;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.keyed.PlanSender;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.citybrain.gateway.source.Announcer;
import org.citybrain.gateway.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a department's HTTP interface for what is new, table by table, as its description says. */
public final class HttpSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSource.class);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration TELL_SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;
    private static final long AFTER_FAILURE_MILLIS = 5_000;

    private final String department;
    private final Path description;
    private final HttpAccess access;
    private final Path stateFolder;
    private final Health health;
    private final Announcer announcer;
    private final Clock clock;
    private final Duration firstWait;

    /** A source that keeps what it has sent in the state folder; its description is a file. */
    public HttpSource(
            String department,
            Path description,
            HttpAccess access,
            Path stateFolder,
            Health health,
            Announcer announcer,
            Clock clock) {
        this(department, description, access, stateFolder, health, announcer, clock, Duration.ofMillis(500));
    }

    HttpSource(
            String department,
            Path description,
            HttpAccess access,
            Path stateFolder,
            Health health,
            Announcer announcer,
            Clock clock,
            Duration firstWait) {
        this.department = department;
        this.description = description;
        this.access = access;
        this.stateFolder = stateFolder;
        this.health = health;
        this.announcer = announcer;
        this.clock = clock;
        this.firstWait = firstWait;
    }

    @Override
    public String describe() {
        return "http " + access.url();
    }

    @Override
    public void run(Outbox outbox) throws InterruptedException {
        while (true) {
            try {
                Files.createDirectories(stateFolder);
                serve(Descriptions.read(description, HttpDescription.class), outbox);
            } catch (OutboxException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted at a page");
                }
                health.down(describe(), String.valueOf(e.getMessage()));
                LOG.warn("{} {}: {}", department, describe(), e.getMessage());
                outbox.acknowledged();
            }
            Thread.sleep(AFTER_FAILURE_MILLIS);
        }
    }

    private void serve(HttpDescription how, Outbox outbox) throws IOException, InterruptedException {
        PlanSender sender = new PlanSender(outbox, announcer, health);
        Silence silence = new Silence();
        Backoff backoff = new Backoff(firstWait, LONGEST_WAIT, clock, ThreadLocalRandom.current());
        try (HttpDoor door = new HttpDoor(how, access, ANSWER, backoff, silence)) {
            List<HttpTable> tables = new ArrayList<>();
            for (HttpDescription.Table table : how.tables()) {
                HttpFindings findings = new HttpFindings(department + "." + table.table(), announcer);
                silence.all.add(findings);
                tables.add(new HttpTable(department, how, table, stateFolder, door, findings, clock));
            }
            while (true) {
                boolean busy = false;
                for (HttpTable table : tables) {
                    busy |= table.turn(sender);
                    outbox.acknowledged();
                }
                if (!busy) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        }
    }

    /** Tells a silence once, for the first table, and when it is over. */
    private final class Silence implements HttpDoor.Outages {
        private final List<HttpFindings> all = new ArrayList<>();
        private boolean well;

        @Override
        public void silent(Duration since, String reason) {
            well = false;
            health.down(describe(), reason);
            if (since.compareTo(TELL_SILENCE) >= 0 && !all.isEmpty()) {
                all.getFirst().silent(since.toSeconds(), reason, describe());
                all.getFirst().tell();
            }
        }

        @Override
        public void answered() {
            if (!well) {
                well = true;
                health.up(describe(), "answers");
                all.forEach(HttpFindings::answered);
            }
        }
    }
}
