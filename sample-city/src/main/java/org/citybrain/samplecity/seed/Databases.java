package org.citybrain.samplecity.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** Raises the departments' databases: owner users, who may replicate, databases, tables. Repeating it changes nothing. */
final class Databases {
    private final CityConfig config;

    Databases(CityConfig config) {
        this.config = config;
    }

    /** Creates what is missing on the department-side server. */
    void raise() throws SQLException {
        for (String department : config.departments()) {
            if (config.department(department).system() == DepartmentSystem.MARIADB) {
                new MariaDbDatabase(config, department).raise();
            }
        }
        try (Connection admin = config.administrator().open()) {
            for (String department : onPostgres()) {
                owner(admin, config.department(department));
                database(
                        admin,
                        config.database(department),
                        config.department(department).user());
            }
        }
        for (String department : onPostgres()) {
            try (Connection connection = config.department(department).open()) {
                tables(connection, department);
            }
        }
    }

    private List<String> onPostgres() {
        return config.departments().stream()
                .filter(department -> config.department(department).system() == DepartmentSystem.POSTGRESQL)
                .toList();
    }

    private static void owner(Connection admin, CityConfig.Access access) throws SQLException {
        boolean there = exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", access.user());
        String password = "'" + access.password().replace("'", "''") + "'";
        try (Statement statement = admin.createStatement()) {
            statement.execute((there ? "ALTER" : "CREATE") + " ROLE \"" + access.user()
                    + "\" LOGIN REPLICATION PASSWORD " + password);
        }
    }

    private static void database(Connection admin, String name, String owner) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            try (Statement statement = admin.createStatement()) {
                statement.execute(
                        "CREATE DATABASE \"" + name + "\" OWNER \"" + owner + "\" ENCODING 'UTF8' TEMPLATE template0");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void tables(Connection connection, String department) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (CityTable table : CityTables.of(department)) {
                if (!exists(
                        connection,
                        "SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = ?",
                        table.name())) {
                    for (String sql : table.ddl()) {
                        statement.execute(sql);
                    }
                }
            }
        }
        connection.commit();
    }
}
