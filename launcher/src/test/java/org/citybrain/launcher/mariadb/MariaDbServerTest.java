package org.citybrain.launcher.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.citybrain.launcher.home.Ports;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Child;
import org.citybrain.launcher.supervise.Pause;
import org.citybrain.launcher.supervise.Spawner;
import org.citybrain.launcher.supervise.Supervisor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "citybrain-test-programs");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path home;

    private Supervisor supervisor;

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void keepsItsRowsOverAKillAndIsStartedAgainByItself() throws Exception {
        MariaDbServer server = new MariaDbServer(
                "mariadb",
                "MariaDB",
                MariaDbBinaries.unpackInto(PROGRAMS),
                home.resolve("data"),
                new Ports(false).choose(0),
                "root",
                "pass'word\\");
        supervisor = new Supervisor(new Spawner(home), new Terminal(System.out));
        supervisor.start(server.prepare());
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE city");
            statement.execute("CREATE TABLE city.fact(id int PRIMARY KEY)");
            statement.execute("INSERT INTO city.fact VALUES (1)");
            assertThat(value(statement, "SELECT @@binlog_row_metadata")).isEqualTo("FULL");
            assertThat(value(
                            statement,
                            "SELECT COUNT(*) FROM mysql.user WHERE authentication_string = '' AND User = ''"))
                    .as("accounts without a name")
                    .isEqualTo("0");
        }

        Child child = supervisor.child("mariadb");
        child.runningProcess().destroyForcibly();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while ((child.restarts() == 0 || !server.answers()) && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(100));
        }
        try (Connection connection = server.connect("city");
                Statement statement = connection.createStatement()) {
            assertThat(value(statement, "SELECT COUNT(*) FROM fact")).isEqualTo("1");
        }
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
