package org.citybrain.gateway.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.schema.SchemaVersion;

/** Reads the tables of a PostgreSQL database from its catalogue. Generated columns are left out: the log has none. */
public final class SourceCatalogue {
    private static final String TABLES = """
            SELECT c.oid, n.nspname, c.relname, c.relkind = 'p', c.relreplident = 'f', obj_description(c.oid, 'pg_class')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
              AND c.relname NOT IN ('citybrain_delivery', 'citybrain_correction')
              AND n.nspname <> 'citybrain_received'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname""";
    private static final String COLUMNS = """
            SELECT a.attrelid, a.attname, COALESCE(b.typname, t.typname), COALESCE(b.modifier, a.atttypmod), a.attnotnull,
                   EXISTS (SELECT FROM pg_index i
                           WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey))
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN LATERAL (
                WITH RECURSIVE base AS (
                    SELECT t.typbasetype AS oid, t.typtypmod AS modifier WHERE t.typtype = 'd'
                    UNION ALL
                    SELECT p.typbasetype, CASE WHEN base.modifier < 0 THEN p.typtypmod ELSE base.modifier END
                    FROM base JOIN pg_type p ON p.oid = base.oid WHERE p.typtype = 'd')
                SELECT p.typname, base.modifier
                FROM base JOIN pg_type p ON p.oid = base.oid WHERE p.typtype <> 'd') b ON true
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attrelid, a.attnum""";

    private static final String FILLED = """
            SELECT attname FROM pg_attribute
            WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND (atthasdef OR attnotnull OR attidentity <> '')""";

    private SourceCatalogue() {}

    private record Row(
            long oid, String schema, String name, boolean partitioned, boolean fullIdentity, String comment) {}

    /** All user tables, in name order. */
    public static List<SourceTable> tables(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1),
                        found.getString(2),
                        found.getString(3),
                        found.getBoolean(4),
                        found.getBoolean(5),
                        found.getString(6)));
            }
        }
        Map<Long, List<FieldSpec>> fields =
                fields(connection, rows.stream().map(Row::oid).toList());
        return rows.stream()
                .filter(row -> !fields.getOrDefault(row.oid(), List.of()).isEmpty())
                .map(row -> new SourceTable(
                        row.oid(),
                        row.schema(),
                        row.name(),
                        row.partitioned(),
                        row.fullIdentity(),
                        row.comment(),
                        SchemaVersion.observed(fields.getOrDefault(row.oid(), List.of()))))
                .toList();
    }

    private static Map<Long, List<FieldSpec>> fields(Connection connection, List<Long> oids) throws SQLException {
        Map<Long, List<FieldSpec>> fields = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("oid", oids.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String type = ColumnTypes.ofModifier(found.getString(3), found.getInt(4));
                    fields.computeIfAbsent(found.getLong(1), oid -> new ArrayList<>())
                            .add(FieldSpec.ofColumn(
                                    found.getString(2), type, !found.getBoolean(5), found.getBoolean(6)));
                }
            }
        }
        return fields;
    }

    /** Columns that give a value to rows which stood before them: those with a default, and those that are never empty. */
    static Set<String> filled(Connection connection, long table) throws SQLException {
        Set<String> filled = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(FILLED)) {
            statement.setLong(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    filled.add(found.getString(1));
                }
            }
        }
        return filled;
    }

    /** Names of the types with these object numbers. */
    static Map<Integer, String> typeNames(Connection connection) throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT oid, typname FROM pg_type");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                names.put((int) found.getLong(1), found.getString(2));
            }
        }
        return names;
    }
}
