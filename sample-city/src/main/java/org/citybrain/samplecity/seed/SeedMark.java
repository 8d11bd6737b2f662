package org.citybrain.samplecity.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** Where a department's server keeps how far it is filled; written in the transaction that fills it. */
interface SeedMark {
    SeedState read(Connection connection) throws SQLException;

    void write(Connection connection, SeedState state) throws SQLException;

    /** The mark of a department on the system it runs on. */
    static SeedMark of(CityConfig config, String department) {
        return config.department(department).system() == DepartmentSystem.MARIADB
                ? new InMariaDb(department)
                : new InPostgres(config.database(department));
    }

    /** As the database's own comment. */
    record InPostgres(String database) implements SeedMark {
        @Override
        public SeedState read(Connection connection) throws SQLException {
            return SeedState.read(connection);
        }

        @Override
        public void write(Connection connection, SeedState state) throws SQLException {
            state.write(connection, database);
        }
    }

    /** In a database of its own beside the department's: comments there are not transactional. */
    record InMariaDb(String department) implements SeedMark {
        @Override
        public SeedState read(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT state FROM " + MariaDbDatabase.MARKS + " WHERE department = ?")) {
                statement.setString(1, department);
                try (ResultSet found = statement.executeQuery()) {
                    return SeedState.of(found.next() ? found.getString(1) : null);
                }
            }
        }

        @Override
        public void write(Connection connection, SeedState state) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "REPLACE INTO " + MariaDbDatabase.MARKS + " (department, state) VALUES (?, ?)")) {
                statement.setString(1, department);
                statement.setString(2, state.text());
                statement.executeUpdate();
            }
        }
    }
}
