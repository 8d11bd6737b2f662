package org.citybrain.samplecity.outlet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.tables.CityTable;

/** The bureau's own note of what changed since the last export, kept by triggers in a schema of its own. */
final class ChangeLog {
    private static final String CREATE = """
            CREATE SCHEMA IF NOT EXISTS outlet;
            CREATE TABLE IF NOT EXISTS outlet.change (
              change_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, table_name text NOT NULL, kind text NOT NULL,
              row_key text NOT NULL);
            CREATE TABLE IF NOT EXISTS outlet.export (table_name text PRIMARY KEY, file_no bigint NOT NULL);
            CREATE OR REPLACE FUNCTION outlet.note() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP <> 'INSERT' THEN
                INSERT INTO outlet.change (table_name, kind, row_key)
                VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(OLD) ->> TG_ARGV[0]);
              END IF;
              IF TG_OP <> 'DELETE' THEN
                INSERT INTO outlet.change (table_name, kind, row_key)
                VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(NEW) ->> TG_ARGV[0]);
              END IF;
              RETURN NULL;
            END $$;
            """;

    private final Connection connection;

    ChangeLog(Connection connection) {
        this.connection = connection;
    }

    /** Creates what is missing. */
    void install(List<CityTable> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            for (CityTable table : tables) {
                statement.execute("CREATE OR REPLACE TRIGGER outlet_note AFTER INSERT OR UPDATE OR DELETE ON public."
                        + table.name() + " FOR EACH ROW EXECUTE FUNCTION outlet.note('" + table.key() + "')");
            }
        }
        connection.commit();
    }

    /** Takes the keys of changed rows off the list, each once, with the word for what happened first. */
    List<Noted> take(CityTable table) throws SQLException {
        List<Noted> noted = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH taken AS (DELETE FROM outlet.change WHERE table_name = ? RETURNING change_no, kind, row_key)
                SELECT row_key, (array_agg(kind ORDER BY change_no))[1] FROM taken GROUP BY row_key ORDER BY min(change_no)
                """)) {
            statement.setString(1, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    noted.add(new Noted(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return noted;
    }

    /** A changed row: its key, and INSERT, UPDATE or DELETE. */
    record Noted(String key, String kind) {}

    /** Number of the last file of a table, 0 before the first. */
    long fileNumber(CityTable table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT file_no FROM outlet.export WHERE table_name = ?")) {
            statement.setString(1, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Notes a file as written. */
    void wrote(CityTable table, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO outlet.export VALUES (?, ?) ON CONFLICT (table_name) DO UPDATE SET file_no = excluded.file_no")) {
            statement.setString(1, table.name());
            statement.setLong(2, number);
            statement.executeUpdate();
        }
    }
}
