package org.citybrain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.citybrain.kernel.batch.ChangeRecord;

/**
 * Two tables {@code a} and {@code b}, and a writer over both that never rests. Each row counts its own changes in its third
 * column, so a lost or repeated change breaks the row's chain.
 */
public final class CountedTables {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Callable<Connection> source;
    private final int rows;
    private final Random random;
    private final Thread writer = Thread.ofPlatform().unstarted(this::write);
    private volatile boolean writing = true;
    private volatile int transactions;
    private int next;

    /**
     * The tables of a source, which are not there yet.
     *
     * @param rows of each at the beginning
     */
    public CountedTables(Callable<Connection> source, int rows, Random random) {
        this.source = source;
        this.rows = rows;
        this.random = random;
        this.next = rows;
    }

    /**
     * Makes them.
     *
     * @param numbers what to select numbers named {@code seq} from, in the words of the database
     */
    public void make(String numbers) throws Exception {
        try (Connection connection = source.call();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("a", "b")) {
                statement.execute("CREATE TABLE " + table + "(id int PRIMARY KEY, v varchar(40), changes int)");
                statement.execute("INSERT INTO " + table + " SELECT seq, CONCAT('first ', seq), 0 FROM " + numbers);
            }
        }
    }

    public void startWriting() {
        writer.start();
    }

    public void stopWriting() throws InterruptedException {
        writing = false;
        writer.join();
        assertThat(transactions).as("transactions").isGreaterThan(100);
    }

    // transactions over both tables, some rolled back, some with many rows
    private void write() {
        while (writing) {
            try (Connection connection = source.call();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                while (writing) {
                    for (int i = random.nextInt(12); i >= 0; i--) {
                        statement.execute(change(random.nextBoolean() ? "a" : "b"));
                    }
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        transactions++;
                    }
                    Thread.sleep(2);
                }
            } catch (SQLException serverKilled) {
                // what was not committed is not in the source either: the next connection goes on
                next++;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String change(String table) {
        int id = 1 + random.nextInt(rows);
        return switch (random.nextInt(8)) {
            case 0 -> "INSERT INTO " + table + " VALUES (" + ++next + ", 'new', 0)";
            case 1 -> "DELETE FROM " + table + " WHERE id = " + (rows + random.nextInt(next - rows + 1));
            case 2 ->
                "UPDATE " + table + " SET v = 'many', changes = changes + 1 WHERE id BETWEEN " + id + " AND "
                        + (id + 40);
            default ->
                "UPDATE " + table + " SET v = 'v" + random.nextInt() + "', changes = changes + 1 WHERE id = " + id;
        };
    }

    /** Waits until everything of a table was received, and goes through every change of it. */
    public void assertReceived(String table, Callable<List<ChangeRecord>> received) throws Exception {
        List<List<String>> wanted;
        try (Connection connection = source.call()) {
            wanted = BothSides.source(connection, table);
        }
        Eventually.eventually(
                LIMIT,
                "all changes of " + table + " received",
                () -> BothSides.received(received.call(), 1).equals(wanted));
        assertChained(received.call());
    }

    /** Whether each change of the log goes on from the one before it, and none came twice. */
    public static void assertChained(List<ChangeRecord> records) {
        Map<String, String> counts = new HashMap<>();
        List<String> places = new ArrayList<>();
        for (ChangeRecord record : records) {
            String key = record.key().getFirst();
            String before = record.before() == null ? null : record.before().get(2);
            if (!record.position().startsWith("load")) {
                places.add(record.position());
                assertThat(before).as("%s at %s", key, record.position()).isEqualTo(counts.get(key));
                if (record.op() == 'u') {
                    assertThat(Integer.parseInt(record.after().get(2))).isEqualTo(Integer.parseInt(before) + 1);
                }
            }
            if (record.after() == null) {
                counts.remove(key);
            } else {
                counts.put(key, record.after().get(2));
            }
        }
        assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }
}
