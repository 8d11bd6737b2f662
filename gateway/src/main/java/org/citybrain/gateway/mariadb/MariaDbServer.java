package org.citybrain.gateway.mariadb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What the gateway asks a source's server: whether its log can be read, and what the log holds. */
public final class MariaDbServer {
    private static final Map<String, String> NEEDED = new TreeMap<>(Map.of(
            "log_bin", "ON",
            "binlog_format", "ROW",
            "binlog_row_image", "FULL",
            "binlog_row_metadata", "FULL",
            "log_bin_compress", "OFF"));

    private static final String GRANT = "GRANT REPLICATION SLAVE, BINLOG MONITOR ON *.* TO";

    private final Connection connection;

    public MariaDbServer(Connection connection) {
        this.connection = connection;
    }

    /** Why the server's log cannot be read, in a sentence that says what its owner must set; empty when it can. */
    public Optional<Bilingual> refusal() throws SQLException {
        String version = text("SELECT VERSION()");
        if (version == null || !version.contains("MariaDB")) {
            return Optional.of(new Bilingual(
                    "这是 " + version + "，不是 MariaDB；只读取 MariaDB 的日志。",
                    "This is " + version + " and not MariaDB, whose log alone is read."));
        }
        Map<String, String> wrong = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW GLOBAL VARIABLES WHERE Variable_name IN ('"
                        + String.join("', '", NEEDED.keySet()) + "')")) {
            Map<String, String> seen = new TreeMap<>();
            while (found.next()) {
                seen.put(found.getString(1), found.getString(2));
            }
            NEEDED.forEach((name, value) -> {
                if (!value.equalsIgnoreCase(seen.getOrDefault(name, "unknown"))) {
                    wrong.put(name, value);
                }
            });
        }
        if (!wrong.isEmpty()) {
            String settings = wrong.entrySet().stream()
                    .map(one -> one.getKey() + " = " + one.getValue())
                    .collect(Collectors.joining(", "));
            return Optional.of(new Bilingual(
                    "该服务器的日志不能跟读。请设置 " + settings + " 后重启。",
                    "The server's log cannot be followed. Set " + settings + " and restart it."));
        }
        return mayReplicate();
    }

    private Optional<Bilingual> mayReplicate() {
        try {
            files();
            end();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(new Bilingual(
                    "该用户无权读取日志：" + e.getMessage() + "。请执行 " + GRANT + "（该用户）",
                    "The user may not read the log: " + e.getMessage() + ". Run: " + GRANT + " this user"));
        }
    }

    /** Sizes of the log's files, by name. */
    Map<String, Long> files() throws SQLException {
        Map<String, Long> files = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW BINARY LOGS")) {
            while (found.next()) {
                files.put(found.getString(1), found.getLong(2));
            }
        }
        return files;
    }

    /** The log's end now. */
    LogMark end() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW MASTER STATUS")) {
            if (!found.next()) {
                throw new SQLException("The server keeps no binlog");
            }
            BinlogPlace place = new BinlogPlace(found.getString(1), found.getLong(2));
            return new LogMark(place, transactionsAt(place));
        }
    }

    /** The end of the log that the connection's running snapshot has seen. */
    BinlogPlace snapshot() throws SQLException {
        Map<String, String> status = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW STATUS LIKE 'binlog_snapshot_%'")) {
            while (found.next()) {
                status.put(found.getString(1).toLowerCase(java.util.Locale.ROOT), found.getString(2));
            }
        }
        String file = status.getOrDefault("binlog_snapshot_file", "");
        if (file.isEmpty()) {
            throw new SQLException("The server does not tell its snapshot's place in the binlog");
        }
        return new BinlogPlace(file, Long.parseLong(status.getOrDefault("binlog_snapshot_position", "0")));
    }

    /** The last transaction of each origin before a place, sorted; empty where there is none. */
    String transactionsAt(BinlogPlace place) throws SQLException {
        return sorted(
                text("SELECT BINLOG_GTID_POS('" + place.file().replace("'", "''") + "', " + place.offset() + ")"));
    }

    static String sorted(@Nullable String transactions) {
        return transactions == null || transactions.isBlank()
                ? ""
                : String.join(
                        ",",
                        new TreeSet<>(
                                Arrays.asList(transactions.replace(" ", "").split(",", -1))));
    }

    private @Nullable String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : null;
        }
    }
}
