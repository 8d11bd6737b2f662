package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** The place reached in each subscription, kept in the department's own database beside the rows themselves. */
final class Receiving {
    private final Connection connection;
    private final ReceivingSql sql;

    private Receiving(Connection connection, ReceivingSql sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Looks after the tables and begins a transaction. */
    static Receiving in(Connection connection, ReceivingSql sql) throws SQLException {
        connection.setAutoCommit(false);
        Receiving receiving = new Receiving(connection, sql);
        if (!receiving.areTablesThere()) {
            try (Statement statement = connection.createStatement()) {
                for (String make : sql.make()) {
                    statement.execute(make);
                }
            }
            connection.commit();
        }
        return receiving;
    }

    private boolean areTablesThere() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql.areThere())) {
            return found.next() && found.getBoolean(1);
        }
    }

    /**
     * Where a subscription stands.
     *
     * @param rows rows of its table by our own count
     */
    record Standing(int lane, long sequence, String table, List<FieldSpec> fields, long rows, String state) {
        boolean isHeld() {
            return state.equals("HELD");
        }
    }

    /** Its standing, locked until the transaction ends. */
    Optional<Standing> find(String subscription) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT lane, sequence, table_name, fields, "
                + sql.rows() + ", state FROM " + sql.schema() + ".subscription WHERE id = ? FOR UPDATE")) {
            select.setString(1, subscription);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                FieldSpec[] fields = WireJson.read(
                        row.getString(4).getBytes(java.nio.charset.StandardCharsets.UTF_8), FieldSpec[].class);
                return Optional.of(new Standing(
                        row.getInt(1),
                        row.getLong(2),
                        row.getString(3),
                        List.of(fields),
                        row.getLong(5),
                        row.getString(6)));
            }
        }
    }

    /** Writes the standing. */
    void put(String subscription, Standing standing, String reason) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(sql.put())) {
            upsert.setString(1, subscription);
            upsert.setInt(2, standing.lane());
            upsert.setLong(3, standing.sequence());
            upsert.setString(4, standing.table());
            upsert.setString(5, new String(WireJson.write(standing.fields()), java.nio.charset.StandardCharsets.UTF_8));
            upsert.setLong(6, standing.rows());
            upsert.setString(7, standing.state());
            upsert.setString(8, reason);
            upsert.executeUpdate();
        }
    }

    /** Keeps what a batch or order did. */
    void applied(String subscription, int lane, long sequence, String kind, Outcome outcome) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + sql.schema()
                + ".applied(subscription, lane, sequence, kind, upserts, deletes, table_rows,"
                + " checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?) " + sql.onceOnly())) {
            insert.setString(1, subscription);
            insert.setInt(2, lane);
            insert.setLong(3, sequence);
            insert.setString(4, kind);
            insert.setLong(5, outcome.upserts());
            insert.setLong(6, outcome.deletes());
            insert.setLong(7, outcome.tableRows());
            insert.setString(8, outcome.checksum());
            insert.executeUpdate();
        }
    }

    /** What it did when it was applied before: answered again when the message comes again. */
    Optional<Outcome> findApplied(String subscription, int lane, long sequence) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT upserts, deletes, table_rows, checksum FROM " + sql.schema()
                        + ".applied" + " WHERE subscription = ? AND lane = ? AND sequence = ?")) {
            select.setString(1, subscription);
            select.setInt(2, lane);
            select.setLong(3, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Outcome.applied(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /**
     * What became of a batch or order.
     *
     * @param code empty when applied
     */
    record Outcome(String code, String reason, long upserts, long deletes, long tableRows, String checksum) {
        static Outcome applied(long upserts, long deletes, long tableRows, @Nullable String checksum) {
            return new Outcome("", "", upserts, deletes, tableRows, checksum == null ? "" : checksum);
        }

        static Outcome held(String code, String reason) {
            return new Outcome(code, reason, 0, 0, 0, "");
        }

        boolean isHeld() {
            return !code.isEmpty();
        }
    }
}
