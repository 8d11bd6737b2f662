package org.citybrain.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.supervise.Pause;

/**
 * The source goes on working while it is loaded: transactions of updates, inserts and deletes, in step with the load. What
 * each transaction changed is kept with its number, so that the rows that must arrive can be told exactly.
 */
final class BulkChanges {

    private static final int IN_A_TRANSACTION = 50;
    private static final double AT_ONCE = 0.1;
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final City city;
    private final BulkTable table;
    private final int changes;
    private final DoubleSupplier progress;
    private final Random random = new Random(17);
    private final List<long[]> transactions = new ArrayList<>();

    /**
     * Changes to come.
     *
     * @param changes how many; a tenth of them at once, the others in step with the load
     * @param progress of the load, from 0 to 1
     */
    BulkChanges(City city, BulkTable table, int changes, DoubleSupplier progress) {
        this.city = city;
        this.table = table;
        this.changes = changes;
        this.progress = progress;
    }

    /** Begins; done when the last change is committed. */
    CompletableFuture<Void> start() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().name("bulk-changes").daemon().start(() -> {
            try {
                write();
                done.complete(null);
            } catch (SQLException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private void write() throws SQLException {
        try (Connection connection = city.departments().connect(table.database())) {
            connection.setAutoCommit(false);
            int made = 0;
            int inserted = table.rows();
            while (made < changes) {
                int count = Math.min(IN_A_TRANSACTION, changes - made);
                transactions.add(new long[] {transactionId(connection), transaction(connection, count, inserted)});
                connection.commit();
                inserted += count;
                made += count;
                while (made < changes && made > changes * (AT_ONCE + (1 - AT_ONCE) * progress.getAsDouble())) {
                    Pause.of(BETWEEN);
                }
            }
        }
    }

    private static long transactionId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select txid_current()")) {
            found.next();
            return found.getLong(1);
        }
    }

    // six updates, two inserts and two deletes in ten; returns the rows that really changed
    private long transaction(Connection connection, int count, int inserted) throws SQLException {
        long changed = 0;
        try (PreparedStatement update = connection.prepareStatement(
                        "update person set income = income + 1, name = name || '改' where id = ? and length(name) < 20");
                PreparedStatement delete = connection.prepareStatement("delete from person where id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into person select ?, name, id_number, gender, birth, phone,"
                                + " address, org_code, income, score, updated_at, region from person where id ="
                                + " (select min(id) from person where id >= ?)")) {
            for (int i = 0; i < count; i++) {
                int kind = i % 10;
                long id = 1 + random.nextInt(table.rows());
                PreparedStatement statement = kind < 6 ? update : kind < 8 ? insert : delete;
                statement.setLong(1, kind == 6 || kind == 7 ? inserted + i + 1L : id);
                if (statement == insert) {
                    statement.setLong(2, id);
                }
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }

    /** Rows changed by transactions that the first load has not seen. */
    long changedAfter(LoadView view) {
        return transactions.stream()
                .filter(transaction -> !view.sees(transaction[0]))
                .mapToLong(transaction -> transaction[1])
                .sum();
    }

    /** All rows changed. */
    long changed() {
        if (transactions.isEmpty()) {
            throw new DoorFailure("nothing was changed while the table was loaded");
        }
        return transactions.stream().mapToLong(transaction -> transaction[1]).sum();
    }
}
