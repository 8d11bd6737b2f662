package org.citybrain.samplecity.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** Raises and fills the database of a department that runs on MariaDB. Repeating it changes nothing. */
record MariaDbDatabase(CityConfig config, String department) {
    /** How far each department is filled; no table of ours stands among the department's. */
    static final String MARKS = "sample_city.seeded";

    private static final String DATABASE_OF_MARKS = "sample_city";

    void raise() throws SQLException {
        CityConfig.Access owner = config.department(department);
        String database = "`" + config.database(department) + "`";
        String account = "'" + owner.user() + "'@'127.0.0.1'";
        String identified =
                " IDENTIFIED BY '" + owner.password().replace("\\", "\\\\").replace("'", "''") + "'";
        try (Connection admin = config.mariaDbAdministrator().open();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + database + " CHARACTER SET utf8mb4");
            statement.execute("CREATE DATABASE IF NOT EXISTS " + DATABASE_OF_MARKS + " CHARACTER SET utf8mb4");
            statement.execute("CREATE TABLE IF NOT EXISTS " + MARKS
                    + " (department varchar(64) PRIMARY KEY, state varchar(500)) ENGINE=InnoDB");
            statement.execute("CREATE USER IF NOT EXISTS " + account + identified);
            statement.execute("ALTER USER " + account + identified);
            statement.execute("GRANT ALL PRIVILEGES ON " + database + ".* TO " + account);
            statement.execute("GRANT ALL PRIVILEGES ON " + DATABASE_OF_MARKS + ".* TO " + account);
            // where the gateway puts what the department subscribes to
            statement.execute("GRANT ALL PRIVILEGES ON `citybrain\\_received\\_" + config.database(department)
                    + "`.* TO " + account);
            statement.execute("GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO " + account);
        }
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            for (CityTable table : CityTables.of(department)) {
                for (String sql : table.ddl(DepartmentSystem.MARIADB)) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Writes a block's rows in the running transaction. */
    static long load(Connection connection, String department, Block block) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            org.mariadb.jdbc.Statement loading = statement.unwrap(org.mariadb.jdbc.Statement.class);
            for (CityTable table : CityTables.of(department)) {
                CopyText text = block.text(table);
                if (!text.isEmpty()) {
                    loading.setLocalInfileInputStream(text.stream());
                    rows += loading.executeUpdate(table.loadData());
                }
            }
        }
        return rows;
    }
}
