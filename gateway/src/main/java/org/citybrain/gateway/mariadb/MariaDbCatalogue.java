package org.citybrain.gateway.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citybrain.kernel.schema.SchemaVersion;

/** Reads the tables of the connection's own database from the source's catalogue. */
public final class MariaDbCatalogue {
    private static final String TABLES = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COALESCE(ENGINE, ''), NULLIF(TABLE_COMMENT, '') FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
              AND TABLE_NAME <> 'citybrain_delivery'
            ORDER BY TABLE_NAME""";
    private static final String COLUMNS = """
            SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION,
                   NUMERIC_SCALE, DATETIME_PRECISION, IS_NULLABLE = 'YES'
            FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION""";
    private static final String KEYS = """
            SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY'""";

    private MariaDbCatalogue() {}

    /** A table with what a load needs to know of its columns. */
    public record Listed(MariaDbTable table, List<MariaDbColumn> columns) {
        public Listed {
            columns = List.copyOf(columns);
        }

        /** The query for all rows, or for the first ones. */
        public String query() {
            return "SELECT "
                    + String.join(
                            ", ", columns.stream().map(MariaDbColumn::select).toList())
                    + " FROM " + table.sqlName();
        }

        /** Reads the row that a result of {@link #query} stands at. */
        public List<@org.jspecify.annotations.Nullable String> row(ResultSet found) throws SQLException {
            List<@org.jspecify.annotations.Nullable String> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(columns.get(i).print(found.getString(i + 1)));
            }
            return row;
        }

        /** Columns whose type the log holds in a form that is not read; a table with one is not captured. */
        public List<String> unread() {
            return columns.stream()
                    .filter(column -> !column.isRead())
                    .map(column -> column.name() + " " + column.whole())
                    .toList();
        }
    }

    /** All tables, in name order. */
    public static List<Listed> tables(Connection connection) throws SQLException {
        Map<String, List<MariaDbColumn>> columns = columns(connection, keys(connection));
        List<Listed> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                List<MariaDbColumn> own = columns.getOrDefault(found.getString(2), List.of());
                MariaDbTable table = new MariaDbTable(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3).equalsIgnoreCase("InnoDB"),
                        found.getString(4),
                        SchemaVersion.observed(
                                own.stream().map(MariaDbColumn::field).toList()));
                tables.add(new Listed(table, own));
            }
        }
        return tables;
    }

    private static Set<String> keys(Connection connection) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(KEYS);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                keys.add(found.getString(1) + "\n" + found.getString(2));
            }
        }
        return keys;
    }

    private static Map<String, List<MariaDbColumn>> columns(Connection connection, Set<String> keys)
            throws SQLException {
        Map<String, List<MariaDbColumn>> columns = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                String table = found.getString(1);
                columns.computeIfAbsent(table, name -> new ArrayList<>())
                        .add(new MariaDbColumn(
                                found.getString(2),
                                found.getString(3),
                                found.getString(4),
                                found.getLong(5),
                                found.getInt(6),
                                found.getInt(7),
                                found.getInt(8),
                                found.getBoolean(9),
                                keys.contains(table + "\n" + found.getString(2))));
            }
        }
        return columns;
    }
}
