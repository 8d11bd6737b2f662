package org.citybrain.launcher.compare;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.DoorFailure;
import org.postgresql.PGConnection;

/** The tables of a source database, their rows as COPY text. */
public record SourceRows(DepartmentDatabase database) {

    /**
     * Base tables of the schema `public`, partitions' parents included, in order of name; without the gateway's own book of
     * deliveries, which is no resource of the department.
     */
    public List<String> tables() {
        if (database.isMariaDb()) {
            return new MariaDbRows(database).tables();
        }
        return database
                .query("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                        + " and c.relname not in ('citybrain_delivery', 'citybrain_correction') order by 1")
                .stream()
                .map(row -> String.valueOf(row.get("relname")))
                .toList();
    }

    public List<String> read(String table) {
        if (database.isMariaDb()) {
            return new MariaDbRows(database).read(table);
        }
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set timezone to 'UTC'");
            StringWriter text = new StringWriter();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from \"" + table.replace("\"", "\"\"") + "\") to stdout", text);
            return text.toString().lines().toList();
        } catch (SQLException | IOException e) {
            throw new DoorFailure("cannot read the table " + table + ": " + e.getMessage(), e);
        }
    }
}
