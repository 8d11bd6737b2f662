package org.citybrain.streaming;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL with the tables that intake writes, made from the platform's own migrations. */
public final class Database implements AutoCloseable {
    private final EmbeddedPostgres server;
    public final String url;

    /** Starts it. */
    public Database() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        url = server.getJdbcUrl("postgres", "postgres");
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            for (String sql : migrations()) {
                s.execute(sql);
            }
        }
    }

    private static List<String> migrations() throws IOException {
        List<String> scripts = new ArrayList<>();
        Path root = Path.of("..", "platform", "src", "main", "resources", "db", "migration");
        for (String room : List.of("exchange", "pool")) {
            scripts.add("create schema if not exists " + room);
            try (Stream<Path> files = Files.list(root.resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    scripts.add(Files.readString(file));
                }
            }
        }
        return scripts;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** Rows of a query, columns joined by a bar. */
    public List<String> rows(String sql) {
        try (Connection c = connect();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (r.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(r.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String one(String sql) {
        return rows(sql).getFirst();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
