package org.citybrain.launcher.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.citybrain.launcher.supervise.ChildSpec;

/**
 * The MariaDB server of the home: its data folder, its port and the password of its administrator. It writes a binlog of
 * whole rows that names columns, and forces every commit to disk, as the gateway and the promise of no loss need it.
 */
public record MariaDbServer(
        String name,
        String title,
        MariaDbBinaries binaries,
        Path data,
        int port,
        String administrator,
        String password) {

    /** Stopped after everything that uses it. */
    private static final int LAST_WAVE = 9;

    private static final int LOGIN_SECONDS = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** Creates the data folder if need be, frees it from an orphan, and says how to run the server. */
    public ChildSpec prepare() {
        new MariaDbFolder(this).prepare();
        return new ChildSpec(name, title, serving(), this::answers, START_LIMIT, LAST_WAVE, "TERM", STOP_LIMIT);
    }

    /** Opens a connection of the administrator; the database may be empty. */
    public Connection connect(String database) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", administrator);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", Integer.toString(LOGIN_SECONDS * 1_000));
        settings.setProperty("sslMode", "disable");
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + database, settings);
    }

    boolean answers() {
        try (Connection connection = connect("")) {
            return connection.isValid(LOGIN_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    boolean isInitialised() {
        return Files.isDirectory(data.resolve("mysql"));
    }

    /** The words that run the program on a data folder, small: a department's server has one reader and one writer. */
    List<String> command(Path folder) {
        List<String> words = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--lc-messages-dir=" + binaries.share().resolve("english"),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--datadir=" + folder,
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=32M",
                "--innodb-log-file-size=32M",
                "--innodb-log-buffer-size=2M"));
        // it refuses to be root unless it is told so
        if (System.getProperty("user.name", "").equals("root")) {
            words.add("--user=root");
        }
        return words;
    }

    private List<String> serving() {
        List<String> words = command(data);
        words.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder, whose own name may be longer than a socket's may be
                "--socket=mariadb.sock",
                "--pid-file=" + MariaDbFolder.PID_FILE,
                "--skip-name-resolve",
                "--performance-schema=OFF",
                "--default-time-zone=+00:00",
                "--local-infile=ON",
                "--innodb-flush-log-at-trx-commit=1",
                "--sync-binlog=1",
                "--server-id=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--binlog-row-metadata=FULL",
                "--binlog-expire-logs-seconds=604800",
                "--max-binlog-size=64M",
                "--max-connections=40",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=2M",
                "--query-cache-size=0",
                "--table-open-cache=200",
                "--thread-cache-size=8"));
        return words;
    }
}
