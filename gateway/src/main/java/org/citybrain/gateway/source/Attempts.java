package org.citybrain.gateway.source;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.OutboxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Captures a database again and again, whatever fails at it; pauses grow from half a second to ten. */
public final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long LONG_RUN_NANOS = 30_000_000_000L;

    private Attempts() {}

    /** One connection's time. */
    @FunctionalInterface
    public interface Attempt {
        /** Captures until something fails. */
        void capture() throws SQLException, IOException, InterruptedException;
    }

    /**
     * Runs until it is interrupted or the outbox fails.
     *
     * @param failed hears why an attempt ended
     */
    public static void run(String department, Consumer<String> failed, Outbox outbox, Attempt attempt)
            throws InterruptedException {
        long pauseMillis = FIRST_PAUSE_MILLIS;
        while (true) {
            long started = System.nanoTime();
            try {
                attempt.capture();
            } catch (OutboxException e) {
                throw e;
            } catch (SQLException | IOException | RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted at the source");
                }
                failed.accept(String.valueOf(e.getMessage()));
                LOG.warn("Capture of {} stopped and goes on in {} ms: {}", department, pauseMillis, String.valueOf(e));
                // also tells when it was the outbox that failed
                outbox.acknowledged();
            }
            boolean ranLong = System.nanoTime() - started > LONG_RUN_NANOS;
            pauseMillis = ranLong ? FIRST_PAUSE_MILLIS : Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
            Thread.sleep(pauseMillis);
        }
    }
}
