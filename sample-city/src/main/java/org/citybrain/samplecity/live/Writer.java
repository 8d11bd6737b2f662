package org.citybrain.samplecity.live;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.citybrain.kernel.time.Micros;
import org.citybrain.samplecity.config.CityConfig;
import org.jspecify.annotations.Nullable;

/**
 * Writes one department's changes in their order, each its own transaction. A lost connection is built up again and the
 * change repeated; an insert that turns out to have been committed before the loss is not an error.
 */
final class Writer implements Runnable {
    /** PostgreSQL's word for it, and MariaDB's. */
    private static final Set<String> DUPLICATE_KEY = Set.of("23505", "23000");

    private static final int WAITING = 2_000;
    private static final int TRIES = 60;
    private final CityConfig.Access access;
    private final LiveTruth truth;
    private final BlockingQueue<Change> queue = new ArrayBlockingQueue<>(WAITING);
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean ending;
    private volatile @Nullable String failure;
    private @Nullable Connection connection;

    Writer(CityConfig.Access access, LiveTruth truth) {
        this.access = access;
        this.truth = truth;
    }

    /** Takes a change; waits while the database is slower than life. */
    void take(Change change) throws InterruptedException {
        boolean taken = false;
        while (failure == null && !taken) {
            taken = queue.offer(change, 100, TimeUnit.MILLISECONDS);
        }
    }

    /** No more changes come; what waits is still written. */
    void end() {
        ending = true;
    }

    long written() {
        return written.get();
    }

    /** Why the writer gave up; null while it has not. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (!ending || !queue.isEmpty()) {
                Change change = queue.poll(50, TimeUnit.MILLISECONDS);
                if (change != null) {
                    commit(change);
                    written.incrementAndGet();
                }
            }
        } catch (SQLException | RuntimeException e) {
            failure = "Writing to " + access + " failed: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void commit(Change change) throws SQLException, InterruptedException {
        long firstTry = Micros.of(Instant.now());
        for (int attempt = 1; ; attempt++) {
            try {
                note(change, write(change));
                return;
            } catch (SQLException e) {
                disconnect();
                if (attempt > 1 && e.getSQLState() != null && DUPLICATE_KEY.contains(e.getSQLState())) {
                    note(change, firstTry);
                    return;
                }
                if (!isLost(e) || attempt == TRIES) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    private void note(Change change, long committedAt) {
        if (change.raise() != null) {
            truth.raised(change.id(), change.raise(), committedAt);
        }
    }

    /** Whether the server went away rather than refused: then the change may be tried again. */
    private static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("70100");
    }

    /** Writes; the machine time just before the commit was sent, in microseconds. */
    private long write(Change change) throws SQLException {
        Connection open = connection();
        boolean single = change.statements().size() == 1;
        open.setAutoCommit(single);
        long committedAt = Micros.of(Instant.now());
        for (Change.Statement statement : change.statements()) {
            PreparedStatement ready = prepared(open, statement.sql());
            for (int i = 0; i < statement.values().length; i++) {
                ready.setString(i + 1, statement.values()[i]);
            }
            ready.executeUpdate();
        }
        if (!single) {
            committedAt = Micros.of(Instant.now());
            open.commit();
        }
        return committedAt;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = access.open();
            connection = open;
        }
        return open;
    }

    private PreparedStatement prepared(Connection open, String sql) throws SQLException {
        PreparedStatement ready = prepared.get(sql);
        if (ready == null) {
            ready = open.prepareStatement(sql);
            prepared.put(sql, ready);
        }
        return ready;
    }

    private void disconnect() {
        prepared.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // The connection is lost anyway; a new one is opened for the next change.
                connection = null;
            }
        }
    }
}
