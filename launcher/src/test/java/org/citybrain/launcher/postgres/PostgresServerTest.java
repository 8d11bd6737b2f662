package org.citybrain.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.home.Ports;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.supervise.Pause;
import org.citybrain.launcher.supervise.Spawner;
import org.citybrain.launcher.supervise.Supervisor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "citybrain-test-programs");

    @TempDir
    Path home;

    private PostgresServer server;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() {
        server = new PostgresServer(
                "postgres-test",
                "PostgreSQL",
                PostgresBinaries.unpackInto(PROGRAMS),
                home.resolve("data"),
                new Ports(false).choose(0),
                "secret-of-the-test",
                Map.of("shared_buffers", "16MB", "wal_level", "logical"));
        supervisor = newSupervisor();
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void keepsItsRowsOverAStopAndAKill() {
        supervisor.start(server.prepare());
        server.ensureDatabase("city", "mayor", "pass'word");
        server.execute("city", List.of("create table fact(id int primary key)", "insert into fact values (1)"));
        supervisor.close();
        assertThat(server.data().resolve("postmaster.pid")).doesNotExist();

        supervisor = newSupervisor();
        supervisor.start(server.prepare());
        server.execute("city", List.of("insert into fact values (2)"));
        supervisor.child("postgres-test").runningProcess().destroyForcibly();
        awaitRestart();

        assertThat(count("select count(*) from fact")).isEqualTo(2);
    }

    @Test
    void stopsAnOrphanThatHoldsItsFolder() {
        supervisor.start(server.prepare());
        ProcessHandle orphan = supervisor.child("postgres-test").runningProcess();

        Supervisor next = newSupervisor();
        next.start(server.prepare());

        assertThat(orphan.isAlive()).isFalse();
        next.close();
    }

    @Test
    void takesAwayALockFileThatNamesSomeOtherProcess() throws Exception {
        supervisor.start(server.prepare());
        supervisor.close();
        Files.writeString(
                server.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + server.data() + "\n");

        supervisor = newSupervisor();
        supervisor.start(server.prepare());

        assertThat(count("select 1")).isEqualTo(1);
    }

    @Test
    void refusesAWrongPasswordAndAWriteThatIsNotSafe() {
        supervisor.start(server.prepare());

        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThat(
                        count(
                                "select count(*) from pg_settings where name in ('fsync','synchronous_commit') and setting = 'on'"))
                .isEqualTo(2);
    }

    private void awaitRestart() {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (supervisor.child("postgres-test").restarts() == 0 || !server.answers()) {
            assertThat(System.nanoTime()).as("restart in time").isLessThan(deadline);
            Pause.of(Duration.ofMillis(100));
        }
    }

    private int count(String query) {
        try (var connection = server.connect(query.contains("fact") ? "city" : "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Supervisor newSupervisor() {
        return new Supervisor(new Spawner(home), new Terminal(System.out));
    }
}
