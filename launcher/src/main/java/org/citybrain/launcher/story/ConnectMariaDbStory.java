package org.citybrain.launcher.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citybrain.launcher.compare.SourceRows;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.SqlScript;
import org.citybrain.launcher.mariadb.MariaDbServer;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A MySQL script runs on the city's MariaDB, and the database is taken in, every table with as many rows as its source has. */
public final class ConnectMariaDbStory implements Story {

    private final String department;
    private final String script;

    /** The script lies below the folder of shared databases; `department` also names the database. */
    public ConnectMariaDbStory(String department, String script) {
        this.department = department;
        this.script = script;
    }

    @Override
    public String name() {
        return "connect-" + department;
    }

    @Override
    public String title() {
        return "接入陌生的 MariaDB 数据库 " + department + " · a stranger's MariaDB database, every row counted";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        MariaDbServer server = walk.city()
                .mariaDb()
                .orElseThrow(() -> new SkippedException("没有部门使用 MariaDB · no raised department runs on MariaDB"));
        load(server, Connecting.shared(walk, "data/databases/" + script));
        DepartmentDatabase database = new DepartmentDatabase(
                "jdbc:mariadb://127.0.0.1:" + server.port() + "/" + department,
                server.administrator(),
                server.password());
        Map<String, Long> expected = counts(database);
        walk.expectThat("库已装好 the database is loaded", expected.size() > 1, expected.size() + " tables");

        Path password = walk.city().home().resolve("password-" + department);
        Files.writeString(password, server.password());
        int status = Connecting.connect(
                walk,
                database.url(),
                department,
                "--user",
                server.administrator(),
                "--password-file",
                password.toString());
        Files.delete(password);
        walk.expect("接入命令 connect ends well", 0, status);
        walk.awaitSame(
                "每表行数与源库相同 each table's rows as in the source",
                Connecting.TAKEN_IN,
                expected,
                () -> present(Connecting.takenIn(walk, department)));
    }

    private void load(MariaDbServer server, Path file) throws Exception {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("create database `" + department + "` character set utf8mb4");
        }
        try (Connection connection = server.connect(department)) {
            // the script's wishes for a database of its own name are left out
            SqlScript.run(connection, file);
        }
    }

    /** Rows by resource name: MySQL's table names are in capitals where the script says so. */
    private static Map<String, Long> counts(DepartmentDatabase database) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : new SourceRows(database).tables()) {
            counts.put(
                    table.toLowerCase(java.util.Locale.ROOT),
                    Long.parseLong(database.value("select count(*) from `" + table + "`")));
        }
        return present(counts);
    }

    /** Empty tables send nothing and so have no lane. */
    private static Map<String, Long> present(Map<String, Long> counts) {
        Map<String, Long> present = new TreeMap<>(counts);
        present.values().removeIf(Predicate.isEqual(0L));
        return present;
    }
}
