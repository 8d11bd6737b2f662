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

/** A received table in MariaDB. Texts are compared byte by byte, so that keys differ where the provider's do. */
final class MariaDbTable implements ReceivedTable {
    private static final int NEW = 1;
    private static final String COLUMNS = "SELECT column_name, column_type FROM information_schema.columns"
            + " WHERE table_schema = ? AND table_name = ?";

    private final Connection connection;
    private final String schema;
    private final String name;
    private final List<FieldSpec> fields;
    private final List<MariaDbColumn> columns;

    MariaDbTable(Connection connection, String schema, String name, List<FieldSpec> fields) {
        this.connection = connection;
        this.schema = schema;
        this.name = name;
        this.fields = fields;
        this.columns = fields.stream().map(MariaDbColumn::of).toList();
    }

    private String table() {
        return "`" + schema + "`.`" + name.replace("`", "``") + "`";
    }

    @Override
    public void lay(SubscriptionOrder order) throws SQLException {
        List<String> body = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            MariaDbColumn column = columns.get(i);
            body.add(column.quoted() + " " + column.type() + (column.key() ? " NOT NULL" : " NULL") + " COMMENT "
                    + literal(order.fieldTitles().get(i)));
        }
        String keys = keys().stream().map(MariaDbColumn::quoted).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE " + table() + " (" + String.join(", ", body) + ", PRIMARY KEY ("
                    + keys + ")) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin COMMENT = "
                    + literal(order.title().zh() + "（" + order.resource() + "）"));
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private List<MariaDbColumn> keys() {
        return columns.stream().filter(MariaDbColumn::key).toList();
    }

    @Override
    public @Nullable String changedShape() throws SQLException {
        Map<String, String> present = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, schema);
            select.setString(2, name);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    present.put(found.getString(1), found.getString(2));
                }
            }
        }
        if (present.isEmpty()) {
            return ReceivedTable.gone(schema + "." + name);
        }
        for (MariaDbColumn column : columns) {
            @Nullable
            String wrong =
                    ReceivedTable.wrong(SCHEMA + "." + name, column.name(), present.get(column.name()), column.type());
            if (wrong != null) {
                return wrong;
            }
            present.remove(column.name());
        }
        return ReceivedTable.added(SCHEMA + "." + name, present.keySet());
    }

    @Override
    public Merged merge(List<ChangeRecord> changes) throws SQLException {
        LastChanges last = LastChanges.of(changes);
        long deleted = delete(last.gone());
        long added = upsert(last.rows());
        return new Merged(added, last.rows().size(), deleted);
    }

    private long upsert(List<List<@Nullable String>> rows) throws SQLException {
        String names = columns.stream().map(MariaDbColumn::quoted).collect(Collectors.joining(", "));
        String values = columns.stream().map(MariaDbColumn::in).collect(Collectors.joining(", "));
        // a table of nothing but its key is set to its key
        String changed = columns.stream()
                .filter(column -> !column.key() || keys().size() == columns.size())
                .map(column -> column.quoted() + " = VALUES(" + column.quoted() + ")")
                .collect(Collectors.joining(", "));
        long added = 0;
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table() + " (" + names
                + ") VALUES (" + values + ") ON DUPLICATE KEY UPDATE " + changed)) {
            for (List<@Nullable String> row : rows) {
                // the connection counts rows that changed: 1 is new, 2 was there, 0 was there and the same
                added += run(statement, row) == NEW ? 1 : 0;
            }
        }
        return added;
    }

    private long delete(List<List<@Nullable String>> gone) throws SQLException {
        String same = keys().stream()
                .map(column -> column.quoted() + " = " + column.like())
                .collect(Collectors.joining(" AND "));
        long deleted = 0;
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table() + " WHERE " + same)) {
            for (List<@Nullable String> key : gone) {
                deleted += run(statement, key);
            }
        }
        return deleted;
    }

    private static int run(PreparedStatement statement, List<@Nullable String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
        return statement.executeUpdate();
    }

    @Override
    public TableChecksum checksum() throws SQLException {
        String texts = columns.stream().map(MariaDbColumn::out).collect(Collectors.joining(", "));
        return StandingChecksum.of(connection, "SELECT " + texts + " FROM " + table(), fields);
    }
}
