package org.citybrain.streaming.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that commits postings. What has queued up while one transaction ran goes into the next one, so latency is
 * one commit when little comes and throughput grows when much comes. While PostgreSQL is away it tries again; upstream
 * then waits, nothing is lost.
 */
final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int MOST_POSTINGS = 64;
    private static final int MOST_FACTS = 6_000;
    private static final long RETRY_MILLIS = 500;

    private final IntakeSettings settings;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private @Nullable Connection connection;
    private volatile boolean closed;

    /** Starts the thread. */
    LedgerWriter(IntakeSettings settings) {
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("intake-ledger").daemon().start(this::run);
    }

    /** Hears of a posting's commit, on the ledger's thread. */
    interface Outcome {
        /** It is committed. */
        void committed(Posting posting);

        /** It cannot be written. */
        void failed(Throwable cause);
    }

    private record Waiting(Posting posting, Outcome outcome) {}

    /** Queues a posting; outcomes come in the order of the calls. */
    void write(Posting posting, Outcome outcome) {
        queue.add(new Waiting(posting, outcome));
    }

    private void run() {
        List<Waiting> group = List.of();
        try {
            while (!closed) {
                group = next();
                commit(group.stream().map(Waiting::posting).toList());
                group.forEach(waiting -> waiting.outcome.committed(waiting.posting));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | SQLException e) {
            LOG.error("Facts cannot be written; the job starts again from its last checkpoint", e);
            group.forEach(waiting -> waiting.outcome.failed(e));
            queue.forEach(waiting -> waiting.outcome.failed(e));
        } finally {
            disconnect();
        }
    }

    private List<Waiting> next() throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting waiting = queue.take();
        int facts = 0;
        while (waiting != null) {
            group.add(waiting);
            facts += waiting.posting.facts().size();
            waiting = group.size() < MOST_POSTINGS && facts < MOST_FACTS ? queue.poll() : null;
        }
        return group;
    }

    private void commit(List<Posting> postings) throws InterruptedException, SQLException {
        boolean told = false;
        while (true) {
            try {
                Connection c = connect();
                new PgLedger(c).write(postings);
                c.commit();
                return;
            } catch (SQLException e) {
                disconnect();
                if (isOurFault(e)) {
                    throw e;
                }
                if (!told) {
                    LOG.warn("PostgreSQL does not take facts; trying again until it does: {}", e.getMessage());
                    told = true;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    /** Classes 21 to 23 and 0A say that the data or the statement is wrong: trying again would not help. */
    private static boolean isOurFault(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("21") || state.startsWith("23"));
    }

    private Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null) {
            Properties properties = new Properties();
            properties.setProperty("user", settings.pgUser());
            properties.setProperty("password", settings.pgPassword());
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("socketTimeout", "60");
            properties.setProperty("ApplicationName", "citybrain-intake");
            open = DriverManager.getConnection(settings.pgUrl(), properties);
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("Closing a broken connection", e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(2_000);
    }
}
