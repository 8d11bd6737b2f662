package org.citybrain.launcher.story;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.supervise.Pause;
import org.citybrain.launcher.walk.Walk;

/**
 * Writes to three departments as fast as a busy day does: inserts, updates, deletes and transactions rolled back. The rows
 * are incomes of the year 2010, which no decision reads.
 */
final class Burst implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int KINDS = 5;

    /** Above all numbers of the life clock and of the stories. */
    private static final String OWN_NUMBERS = "9500000000";

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong changes = new AtomicLong();
    private final Thread thread;

    private Burst(Walk walk) {
        DepartmentDatabase pay = walk.department("human_resources");
        DepartmentDatabase civil = walk.department("civil_affairs");
        thread = Thread.ofVirtual().start(() -> {
            while (running.get()) {
                write(pay, "pension", "pension_no, id_number, year, amount, updated_at", "");
                write(civil, "transfer_income", "transfer_no, id_number, year, amount, updated_at, kind", ", '其他'");
                Pause.of(BETWEEN);
            }
        });
    }

    static Burst start(Walk walk) {
        return new Burst(walk);
    }

    long changes() {
        return changes.get();
    }

    private void write(DepartmentDatabase database, String table, String columns, String more) {
        String key = columns.substring(0, columns.indexOf(','));
        long turn = changes.incrementAndGet() / 2 % KINDS;
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into " + table + " (" + columns + ") select greatest(max(" + key
                    + "), " + OWN_NUMBERS
                    + ") + 1, min(id_number), 2010, round((random() * 900)::numeric, 2), localtimestamp" + more
                    + " from "
                    + table);
            if (turn == 1) {
                statement.execute("update " + table + " set amount = amount + 0.01 where year = 2010");
            } else if (turn == 2) {
                statement.execute("delete from " + table + " where " + key + " = (select min(" + key + ") from " + table
                        + " where year = 2010)");
            }
            if (turn == 3) {
                connection.rollback();
            } else {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the department's database refused a change", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        running.set(false);
        thread.join();
    }
}
