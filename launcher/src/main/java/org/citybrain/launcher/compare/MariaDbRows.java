package org.citybrain.launcher.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.DoorFailure;
import org.jspecify.annotations.Nullable;

/** The tables of a MariaDB database, their rows in the form of PostgreSQL's COPY text, every value as the server prints it. */
record MariaDbRows(DepartmentDatabase database) {

    /** The driver would turn a date of zeros into something else. */
    private static final Set<String> PRINTED = Set.of("date", "datetime", "time", "timestamp", "year");

    List<String> tables() {
        return database
                .query("select table_name as name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name <> 'citybrain_delivery' order by 1")
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    List<String> read(String table) {
        List<String> columns = new ArrayList<>();
        for (Map<String, @Nullable String> column : database.query(
                "select column_name as name, data_type as type from information_schema.columns"
                        + " where table_schema = database() and table_name = ? order by ordinal_position",
                table)) {
            String name = quote(String.valueOf(column.get("name")));
            columns.add(PRINTED.contains(String.valueOf(column.get("type"))) ? "cast(" + name + " as char)" : name);
        }
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select " + String.join(", ", columns) + " from " + quote(table))) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns.size(); i++) {
                    row.append(i == 1 ? "" : "\t").append(copyText(found.getString(i)));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new DoorFailure("cannot read the table " + table + ": " + e.getMessage(), e);
        }
    }

    private static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    private static String copyText(@Nullable String value) {
        return value == null
                ? "\\N"
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}
