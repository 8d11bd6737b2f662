package org.citybrain.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.supervise.ChildSpec;

/**
 * One PostgreSQL server of the home: its data folder, its port and the password of its administrator `postgres`. `settings`
 * come on top of the common ones.
 */
public record PostgresServer(
        String name,
        String title,
        PostgresBinaries binaries,
        Path data,
        int port,
        String password,
        Map<String, String> settings) {

    /** Stopped after everything that uses it. */
    private static final int LAST_WAVE = 9;

    private static final int LOGIN_SECONDS = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    public PostgresServer {
        settings = Map.copyOf(settings);
    }

    /** Creates the data folder if need be, frees it from an orphan, and says how to run the server. */
    public ChildSpec prepare() {
        new DataFolder(this).prepare();
        return new ChildSpec(name, title, command(), this::answers, START_LIMIT, LAST_WAVE, "INT", STOP_LIMIT);
    }

    /** Opens a connection of the administrator to a database. */
    public Connection connect(String database) throws SQLException {
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(LOGIN_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private List<String> command() {
        List<String> words = new ArrayList<>(UserNamespace.prefix());
        words.addAll(
                List.of(binaries.program("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        setting(words, "listen_addresses", "127.0.0.1");
        setting(words, "unix_socket_directories", "");
        setting(words, "fsync", "on");
        setting(words, "synchronous_commit", "on");
        setting(words, "max_connections", "120");
        setting(words, "log_timezone", "UTC");
        setting(words, "lc_messages", "C");
        settings.forEach((key, value) -> setting(words, key, value));
        return words;
    }

    private static void setting(List<String> words, String key, String value) {
        words.add("-c");
        words.add(key + "=" + value);
    }

    /** Runs SQL statements as the administrator. */
    public void execute(String database, List<String> statements) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a statement of the launcher: " + e.getMessage(), e);
        }
    }

    /** Creates the role and the database it owns where they are missing; the role's password is set each time. */
    public void ensureDatabase(String database, String role, String rolePassword) {
        boolean hasRole = exists("select 1 from pg_roles where rolname = ?", role);
        execute(
                "postgres",
                List.of((hasRole ? "alter" : "create") + " role \"" + role + "\" login password '"
                        + rolePassword.replace("'", "''") + "'"));
        if (!exists("select 1 from pg_database where datname = ?", database)) {
            execute("postgres", List.of("create database \"" + database + "\" owner \"" + role + "\""));
        }
    }

    private boolean exists(String query, String name) {
        try (Connection connection = connect("postgres");
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a question of the launcher: " + e.getMessage(), e);
        }
    }

    boolean isInitialised() {
        return Files.isRegularFile(data.resolve("PG_VERSION"));
    }

    /** The pid in the server's lock file, or 0 without one. */
    long lockedBy() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(lock);
        String first = lines.isEmpty() ? "" : lines.getFirst().strip();
        return first.matches("[0-9]{1,18}") ? Long.parseLong(first) : 0;
    }
}
