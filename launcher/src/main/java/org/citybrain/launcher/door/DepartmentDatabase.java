package org.citybrain.launcher.door;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.jspecify.annotations.Nullable;

/** A department's own database, written and read as the department's own system does it. */
public record DepartmentDatabase(String url, String user, String password) {

    private static final String MARIADB = "jdbc:mariadb:";

    /** The database of a department of the home. */
    public static DepartmentDatabase of(HomeConfig config, String department) {
        String prefix = "dept." + department + ".";
        boolean mariaDb = config.get(prefix + "system", "postgresql").equals("mariadb");
        String server = mariaDb ? "dept.mariadb" : "dept.pg";
        return new DepartmentDatabase(
                (mariaDb ? MARIADB : "jdbc:postgresql:") + "//" + config.get(server + ".host") + ":"
                        + config.getInt(server + ".port") + "/" + config.get(prefix + "db"),
                config.get(prefix + "user"),
                config.get(prefix + "password"));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(isMariaDb() ? url + "?sslMode=disable" : url, user, password);
    }

    public boolean isMariaDb() {
        return url.startsWith(MARIADB);
    }

    /** Runs one statement and returns the number of rows it touched. */
    public int execute(String sql, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new DoorFailure("the department's database refused: " + e.getMessage(), e);
        }
    }

    /** The rows of a query, every value as PostgreSQL prints it. */
    public List<Map<String, @Nullable String>> query(String sql, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Map<String, @Nullable String>> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new DoorFailure("the department's database refused: " + e.getMessage(), e);
        }
    }

    /** The one value of a query that has one. */
    public String value(String sql, @Nullable Object... values) {
        List<Map<String, @Nullable String>> rows = query(sql, values);
        String value =
                rows.isEmpty() ? null : rows.getFirst().values().iterator().next();
        if (value == null) {
            throw new DoorFailure("no value: " + sql);
        }
        return value;
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
