package org.citybrain.gateway.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** What the gateway sets up at a department's PostgreSQL: publication, replication slot, whole old rows in the log. */
final class SourceServer {
    private final Connection connection;
    private final String name;

    /** A server reached by the connection; slot and publication share the name. */
    SourceServer(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    void ensurePublication() throws SQLException {
        if (!exists("SELECT FROM pg_publication WHERE pubname = ?")) {
            execute("CREATE PUBLICATION " + name + " WITH (publish_via_partition_root = true)");
        }
    }

    /** Removes the slot, which belongs to a history that the source has left. */
    void dropSlot(Duration limit) throws SQLException, InterruptedException {
        awaitSlotFree(limit);
        call("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ?");
    }

    /** Makes the slot where it is missing or was invalidated; tells whether it had to. */
    boolean ensureSlot() throws SQLException {
        if (exists("SELECT FROM pg_replication_slots WHERE slot_name = ? AND wal_status = 'lost'")) {
            call("SELECT pg_drop_replication_slot(?)");
        }
        if (exists("SELECT FROM pg_replication_slots WHERE slot_name = ?")) {
            return false;
        }
        call("SELECT pg_create_logical_replication_slot(?, 'pgoutput')");
        return true;
    }

    /** Makes the table's changes, with whole old rows, part of the stream. */
    void publish(SourceTable table) throws SQLException {
        execute("SET lock_timeout = '5s'");
        if (table.partitioned()) {
            for (String partition : partitions(table)) {
                execute("ALTER TABLE " + partition + " REPLICA IDENTITY FULL");
            }
        } else if (!table.fullIdentity()) {
            execute("ALTER TABLE " + table.sqlName() + " REPLICA IDENTITY FULL");
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid"
                        + " WHERE p.pubname = ? AND r.prrelid = ?")) {
            statement.setString(1, name);
            statement.setLong(2, table.oid());
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    return;
                }
            }
        }
        execute("ALTER PUBLICATION " + name + " ADD TABLE ONLY " + table.sqlName());
    }

    private List<String> partitions(SourceTable table) throws SQLException {
        List<String> names = new java.util.ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT relid::text FROM pg_partition_tree(?)")) {
            statement.setObject(1, table.oid(), java.sql.Types.BIGINT);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
        }
        return names;
    }

    /**
     * Waits until every transaction that runs now has ended. Changes that a transaction made before its table was
     * published are not in the stream; after the wait they are in the snapshot.
     *
     * @return whether they ended in time
     */
    boolean awaitRunningTransactions(Duration limit) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long end = number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        while (number("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint") < end) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Waits until no earlier run's sender holds the slot; PostgreSQL notices a lost client only after a while. */
    void awaitSlotFree(Duration limit) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (exists("SELECT FROM pg_replication_slots WHERE slot_name = ? AND active")
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /** Up to where the slot's changes are confirmed. */
    long slotPosition() throws SQLException {
        return number("SELECT (confirmed_flush_lsn - '0/0')::bigint FROM pg_replication_slots WHERE slot_name = '"
                + name + "'");
    }

    /** Writes an empty message into the log, so that a quiet database's slot moves on and frees the log. */
    void tick() throws SQLException {
        call("SELECT pg_logical_emit_message(true, ?, '')");
    }

    /** The database cluster's own number. */
    String system() throws SQLException {
        return text("SELECT system_identifier::text FROM pg_control_system()");
    }

    /** The log's timeline, as its files are named. */
    String timeline() throws SQLException {
        return text("SELECT left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)");
    }

    /** End of the log that a crash of the server does not take back. */
    long logEnd() throws SQLException {
        return number("SELECT (pg_current_wal_flush_lsn() - '0/0')::bigint");
    }

    /** The publication's comment, empty where there is none. */
    String comment() throws SQLException {
        return text("SELECT coalesce((SELECT obj_description(oid, 'pg_publication') FROM pg_publication"
                + " WHERE pubname = '" + name + "'), '')");
    }

    /** Sets the publication's comment; it is on disk when this returns. */
    void comment(String text) throws SQLException {
        execute("SET synchronous_commit = on");
        execute("COMMENT ON PUBLICATION " + name + " IS '" + text.replace("'", "''") + "'");
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    private boolean exists(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void call(String query) throws SQLException {
        exists(query);
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
