package org.citybrain.launcher.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citybrain.launcher.compare.SourceRows;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.SqlScript;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A database that nobody designed for this is taken in, every table with as many rows as its source has. */
public final class ConnectDatabaseStory implements Story {

    private final String department;
    private final List<String> scripts;

    /** The scripts, in order, below the folder of shared databases; `department` also names the database. */
    public ConnectDatabaseStory(String department, List<String> scripts) {
        this.department = department;
        this.scripts = List.copyOf(scripts);
    }

    @Override
    public String name() {
        return "connect-" + department;
    }

    @Override
    public String title() {
        return "接入陌生数据库 " + department + " · a stranger's database, every row counted";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        List<Path> files = scripts.stream()
                .map(script -> Connecting.shared(walk, "data/databases/" + script))
                .toList();
        DepartmentDatabase database = load(walk, files);
        Map<String, Long> expected = counts(database);
        walk.expectThat("库已装好 the database is loaded", expected.size() > 1, expected.size() + " tables");

        Path password = walk.city().home().resolve("password-" + department);
        Files.writeString(password, walk.config().get("dept.pg.admin.password"));
        String url = database.url().replace("jdbc:postgresql://", "postgresql://postgres@");
        int status = Connecting.connect(walk, url, department, "--password-file", password.toString());
        Files.delete(password);
        walk.expect("接入命令 connect ends well", 0, status);
        walk.awaitSame(
                "每表行数与源库相同 each table's rows as in the source",
                Connecting.TAKEN_IN,
                expected,
                () -> present(Connecting.takenIn(walk, department)));
    }

    private DepartmentDatabase load(Walk walk, List<Path> files) throws Exception {
        walk.city().departments().execute("postgres", List.of("create database \"" + department + "\""));
        try (Connection connection = walk.city().departments().connect(department)) {
            for (Path file : files) {
                SqlScript.run(connection, file);
            }
        }
        return new DepartmentDatabase(
                "jdbc:postgresql://127.0.0.1:" + walk.city().departments().port() + "/" + department,
                "postgres",
                walk.config().get("dept.pg.admin.password"));
    }

    /** Rows of each table that has any; a partition's or child's rows count for itself alone. */
    private static Map<String, Long> counts(DepartmentDatabase database) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : new SourceRows(database).tables()) {
            counts.put(table, Long.parseLong(database.value("select count(*) from only \"" + table + "\"")));
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
