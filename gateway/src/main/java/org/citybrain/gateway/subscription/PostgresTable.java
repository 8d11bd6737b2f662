package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.FieldSpec;
import org.citybrain.kernel.subscribe.TableChecksum;
import org.citybrain.kernel.wire.SubscriptionOrder;
import org.jspecify.annotations.Nullable;

/** A received table in PostgreSQL. */
final class PostgresTable implements ReceivedTable {
    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped""";

    private final Connection connection;
    private final String table;
    private final List<FieldSpec> fields;
    private final List<ReceivedColumn> columns;

    PostgresTable(Connection connection, String table, List<FieldSpec> fields) {
        this.connection = connection;
        this.table = SCHEMA + "." + ReceivedColumn.quote(table);
        this.fields = fields;
        this.columns = fields.stream().map(ReceivedColumn::of).toList();
    }

    @Override
    public void lay(SubscriptionOrder order) throws SQLException {
        String body = columns.stream()
                .map(column -> column.quoted() + " " + column.type())
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + table);
            statement.execute("CREATE TABLE " + table + " (" + body + ", PRIMARY KEY (" + keys("") + "))");
            statement.execute("COMMENT ON TABLE " + table + " IS "
                    + ReceivedColumn.literal(order.title().zh() + "（" + order.resource() + "）"));
            for (int i = 0; i < columns.size(); i++) {
                statement.execute("COMMENT ON COLUMN " + table + "."
                        + columns.get(i).quoted() + " IS "
                        + ReceivedColumn.literal(order.fieldTitles().get(i)));
            }
        }
    }

    @Override
    public @Nullable String changedShape() throws SQLException {
        Map<String, String> present = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    present.put(found.getString(1), found.getString(2));
                }
            }
        }
        if (present.isEmpty()) {
            return ReceivedTable.gone(table);
        }
        for (ReceivedColumn column : columns) {
            @Nullable
            String wrong = ReceivedTable.wrong(table, column.name(), present.get(column.name()), column.type());
            if (wrong != null) {
                return wrong;
            }
            present.remove(column.name());
        }
        return ReceivedTable.added(table, present.keySet());
    }

    @Override
    public Merged merge(List<ChangeRecord> changes) throws SQLException {
        LastChanges last = LastChanges.of(changes);
        long deleted = last.gone().isEmpty() ? 0 : delete(last.gone());
        long[] upserted = last.rows().isEmpty() ? new long[2] : upsert(last.rows());
        return new Merged(upserted[0], upserted[1], deleted);
    }

    private long[] upsert(List<List<@Nullable String>> rows) throws SQLException {
        String names = columns.stream().map(ReceivedColumn::quoted).collect(Collectors.joining(", "));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add("CAST(v.c" + i + " AS " + columns.get(i).unsizedType() + ")");
        }
        String changed = columns.stream()
                .filter(column -> !column.key())
                .map(column -> column.quoted() + " = excluded." + column.quoted())
                .collect(Collectors.joining(", "));
        String sql = "WITH w AS (INSERT INTO " + table + " AS t (" + names + ") SELECT " + String.join(", ", values)
                + " FROM " + unnest(columns.size()) + " ON CONFLICT (" + keys("") + ") DO "
                // a table of nothing but its key: the conflict must still return its row
                + "UPDATE SET " + (changed.isEmpty() ? keyItself() : changed)
                + " RETURNING (xmax = 0) AS fresh) SELECT count(*) FILTER (WHERE fresh), count(*) FROM w";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, rows, columns.size());
            try (ResultSet counts = statement.executeQuery()) {
                counts.next();
                return new long[] {counts.getLong(1), counts.getLong(2)};
            }
        }
    }

    private String keyItself() {
        String key = columns.stream()
                .filter(ReceivedColumn::key)
                .map(ReceivedColumn::quoted)
                .findFirst()
                .orElseThrow();
        return key + " = excluded." + key;
    }

    private long delete(List<List<@Nullable String>> keys) throws SQLException {
        List<ReceivedColumn> keyColumns =
                columns.stream().filter(ReceivedColumn::key).toList();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < keyColumns.size(); i++) {
            ReceivedColumn column = keyColumns.get(i);
            same.add("t." + column.quoted() + " = CAST(v.c" + i + " AS " + column.unsizedType() + ")");
        }
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + " AS t USING "
                + unnest(keyColumns.size()) + " WHERE " + String.join(" AND ", same))) {
            bind(statement, keys, keyColumns.size());
            return statement.executeUpdate();
        }
    }

    private static String unnest(int width) {
        List<String> marks = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            marks.add("?::text[]");
            names.add("c" + i);
        }
        return "unnest(" + String.join(", ", marks) + ") AS v(" + String.join(", ", names) + ")";
    }

    private void bind(PreparedStatement statement, List<List<@Nullable String>> rows, int width) throws SQLException {
        for (int column = 0; column < width; column++) {
            @Nullable String[] values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row).get(column);
            }
            statement.setArray(column + 1, connection.createArrayOf("text", values));
        }
    }

    private String keys(String prefix) {
        return columns.stream()
                .filter(ReceivedColumn::key)
                .map(column -> prefix + column.quoted())
                .collect(Collectors.joining(", "));
    }

    @Override
    public TableChecksum checksum() throws SQLException {
        String texts =
                columns.stream().map(column -> column.quoted() + "::text").collect(Collectors.joining(", "));
        return StandingChecksum.of(connection, "SELECT " + texts + " FROM " + table, fields);
    }
}
