package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.schema.FieldSpec;

/** A PostgreSQL database that receives. */
record PostgresReceiving(SourceAddress address) implements ReceivingDatabase {
    private static final ReceivingSql SQL = new ReceivingSql(
            List.of("CREATE SCHEMA IF NOT EXISTS citybrain_received", """
                    CREATE TABLE IF NOT EXISTS citybrain_received.subscription(
                        id text PRIMARY KEY, lane int NOT NULL, sequence bigint NOT NULL, table_name text NOT NULL,
                        fields text NOT NULL, rows bigint NOT NULL, state text NOT NULL, reason text NOT NULL,
                        updated_at timestamptz NOT NULL DEFAULT clock_timestamp())""", """
                    CREATE TABLE IF NOT EXISTS citybrain_received.applied(
                        subscription text NOT NULL, lane int NOT NULL, sequence bigint NOT NULL, kind text NOT NULL,
                        upserts bigint NOT NULL, deletes bigint NOT NULL, table_rows bigint NOT NULL, checksum text NOT NULL,
                        at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (subscription, lane, sequence))"""),
            "SELECT to_regclass('citybrain_received.subscription') IS NOT NULL"
                    + " AND to_regclass('citybrain_received.applied') IS NOT NULL",
            """
            INSERT INTO citybrain_received.subscription(id, lane, sequence, table_name, fields, rows, state, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET lane = excluded.lane,
            sequence = excluded.sequence, table_name = excluded.table_name, fields = excluded.fields,
            rows = excluded.rows, state = excluded.state, reason = excluded.reason, updated_at = clock_timestamp()""",
            "ON CONFLICT DO NOTHING",
            "rows");

    @Override
    public Connection open() throws SQLException {
        return address.open();
    }

    @Override
    public ReceivingSql sql() {
        return SQL;
    }

    @Override
    public ReceivedTable table(Connection connection, String table, List<FieldSpec> fields) {
        return new PostgresTable(connection, table, fields);
    }

    // wrong data (22), a constraint (23), a missing table or right (42)
    @Override
    public boolean refused(SQLException error) {
        String state = error.getSQLState();
        return state != null && List.of("22", "23", "42", "P0", "2B").contains(state.substring(0, 2));
    }
}
