package org.citybrain.gateway.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.wire.Delivery;
import org.jspecify.annotations.Nullable;

/** Writes deliveries into one department's database. */
public final class DeliveryWriter {
    private static final String LEDGER = """
            CREATE TABLE IF NOT EXISTS citybrain_delivery(
                id text PRIMARY KEY, digest text NOT NULL, written_at timestamptz NOT NULL DEFAULT clock_timestamp())""";
    /** What the registries ask the department to correct: made when the first one comes. */
    private static final String CORRECTION_TABLE = "citybrain_correction";

    private static final String CORRECTIONS = """
            CREATE TABLE IF NOT EXISTS citybrain_correction(
                id text PRIMARY KEY, table_name text NOT NULL, row_key text NOT NULL, column_name text NOT NULL,
                seen text, wanted text NOT NULL, reason text NOT NULL)""";
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''""";

    private final SourceAddress address;

    public DeliveryWriter(SourceAddress address) {
        this.address = address;
    }

    /**
     * What became of a delivery.
     *
     * @param verdict WRITTEN, REPEATED or REFUSED
     * @param reason why it was refused, empty otherwise
     * @param writtenAtMicros when the row was written, 0 when it was not
     */
    public record Outcome(String verdict, String reason, long writtenAtMicros) {
        static Outcome refused(String reason) {
            return new Outcome("REFUSED", reason, 0);
        }
    }

    /**
     * Writes the row and its ledger line in one transaction.
     *
     * @throws SQLException when the database does not answer; the same delivery can be written again later
     */
    public Outcome write(Delivery delivery) throws SQLException {
        String digest = Delivery.digestOf(delivery.id(), delivery.department(), delivery.table(), delivery.columns());
        if (!digest.equals(delivery.digest())) {
            return Outcome.refused("The delivery's digest does not match its columns");
        }
        try (Connection connection = address.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(LEDGER);
                if (delivery.table().equals(CORRECTION_TABLE)) {
                    statement.execute(CORRECTIONS);
                }
                connection.commit();
                Outcome outcome = write(connection, delivery);
                if (outcome.verdict().equals("WRITTEN")) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return outcome;
            } catch (SQLException e) {
                return refusalOf(connection, e).orElseThrow(() -> e);
            }
        }
    }

    // wrong data (22), a constraint (23), a missing table or right (42): the department must mend it, not the network
    private static Optional<Outcome> refusalOf(Connection connection, SQLException error) throws SQLException {
        String state = error.getSQLState();
        if (state == null || !List.of("22", "23", "42", "P0").contains(state.substring(0, 2))) {
            return Optional.empty();
        }
        connection.rollback();
        return Optional.of(Outcome.refused(String.valueOf(error.getMessage())));
    }

    private static Outcome write(Connection connection, Delivery delivery) throws SQLException {
        // the ledger first: a second writer of the same delivery waits here until the first has committed
        Long writtenAt = enter(connection, delivery);
        if (writtenAt == null) {
            return known(connection, delivery);
        }
        Map<String, String> types = types(connection, delivery.table());
        if (types.isEmpty()) {
            return Outcome.refused("The department has no table " + delivery.table());
        }
        List<String> unknown = delivery.columns().keySet().stream()
                .filter(column -> !types.containsKey(column))
                .sorted()
                .toList();
        if (!unknown.isEmpty() || !types.containsKey(delivery.keyColumn())) {
            return Outcome.refused("Table " + delivery.table() + " has no column "
                    + (unknown.isEmpty() ? delivery.keyColumn() : String.join(", ", unknown)));
        }
        if (exists(connection, delivery, types)) {
            return Outcome.refused("Table " + delivery.table() + " already has a row with this " + delivery.keyColumn()
                    + ", written by somebody else");
        }
        insert(connection, delivery, types);
        return new Outcome("WRITTEN", "", writtenAt);
    }

    private static Outcome known(Connection connection, Delivery delivery) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT digest, (extract(epoch FROM written_at) * 1000000)::bigint FROM citybrain_delivery WHERE id = ?")) {
            statement.setString(1, delivery.id());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getString(1).equals(delivery.digest())
                        ? new Outcome("REPEATED", "", found.getLong(2))
                        : Outcome.refused("Delivery " + delivery.id() + " was written before with another content");
            }
        }
    }

    private static Map<String, String> types(Connection connection, String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, sqlName(table));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    types.put(found.getString(1), found.getString(2));
                }
            }
        }
        return types;
    }

    private static boolean exists(Connection connection, Delivery delivery, Map<String, String> types)
            throws SQLException {
        String key = delivery.keyColumn();
        try (PreparedStatement statement = connection.prepareStatement("SELECT FROM " + sqlName(delivery.table())
                + " WHERE " + quote(key) + " = CAST(? AS " + types.get(key) + ")")) {
            statement.setString(1, delivery.columns().get(key));
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void insert(Connection connection, Delivery delivery, Map<String, String> types)
            throws SQLException {
        Map<String, @Nullable String> columns = new TreeMap<>(delivery.columns());
        String names = columns.keySet().stream().map(DeliveryWriter::quote).collect(Collectors.joining(", "));
        String values = columns.keySet().stream()
                .map(name -> "CAST(? AS " + unsized(types.get(name)) + ")")
                .collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + sqlName(delivery.table()) + " (" + names + ") VALUES (" + values + ")")) {
            int index = 1;
            for (String value : columns.values()) {
                statement.setString(index++, value);
            }
            statement.executeUpdate();
        }
    }

    // a cast to varchar(40) would cut a longer value silently; without the size the insert refuses it
    private static String unsized(@Nullable String type) {
        return type == null ? "text" : type.replaceAll("\\(.*?\\)", "");
    }

    private static @Nullable Long enter(Connection connection, Delivery delivery) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO citybrain_delivery(id, digest) VALUES (?, ?)"
                        + " ON CONFLICT DO NOTHING RETURNING (extract(epoch FROM written_at) * 1000000)::bigint")) {
            statement.setString(1, delivery.id());
            statement.setString(2, delivery.digest());
            try (ResultSet entered = statement.executeQuery()) {
                return entered.next() ? entered.getLong(1) : null;
            }
        }
    }

    private static String sqlName(String table) {
        return "public." + quote(table);
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
