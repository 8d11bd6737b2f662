package org.citybrain.gateway.subscription;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.schema.FieldSpec;

/**
 * A MariaDB server that receives: rows and place in one transaction, as with PostgreSQL. Making a table ends a transaction
 * there; it is done before the place is written, and done again when it comes again.
 */
record MariaDbReceiving(SourceAddress address) implements ReceivingDatabase {
    /** No default for a column, wrong value, cut value, no such table, no such column: answers without a class of their own. */
    private static final Set<Integer> MENDED_BY_PEOPLE = Set.of(1364, 1366, 1265, 1146, 1054);

    private static final ReceivingSql SQL = new ReceivingSql(
            List.of(
                    "CREATE DATABASE IF NOT EXISTS citybrain_received CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
                    """
                    CREATE TABLE IF NOT EXISTS citybrain_received.subscription(
                        id varchar(100) PRIMARY KEY, lane int NOT NULL, sequence bigint NOT NULL,
                        table_name varchar(64) NOT NULL, fields longtext NOT NULL, standing_rows bigint NOT NULL,
                        state varchar(20) NOT NULL, reason text NOT NULL,
                        updated_at datetime(6) NOT NULL DEFAULT current_timestamp(6))""",
                    """
                    CREATE TABLE IF NOT EXISTS citybrain_received.applied(
                        subscription varchar(100) NOT NULL, lane int NOT NULL, sequence bigint NOT NULL,
                        kind varchar(20) NOT NULL, upserts bigint NOT NULL, deletes bigint NOT NULL,
                        table_rows bigint NOT NULL, checksum varchar(64) NOT NULL,
                        at datetime(6) NOT NULL DEFAULT current_timestamp(6),
                        PRIMARY KEY (subscription, lane, sequence))"""),
            "SELECT count(*) = 2 FROM information_schema.tables WHERE table_schema = 'citybrain_received'"
                    + " AND table_name IN ('subscription', 'applied')",
            """
            INSERT INTO citybrain_received.subscription(
                id, lane, sequence, table_name, fields, standing_rows, state, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE lane = VALUES(lane), sequence = VALUES(sequence),
                table_name = VALUES(table_name), fields = VALUES(fields), standing_rows = VALUES(standing_rows),
                state = VALUES(state), reason = VALUES(reason), updated_at = current_timestamp(6)""",
            "ON DUPLICATE KEY UPDATE sequence = citybrain_received.applied.sequence",
            "standing_rows");

    @Override
    public Connection open() throws SQLException {
        return address.openMariaDbToReceive();
    }

    /** A server may hold several departments' databases: each receives in one of its own. */
    private String schema() {
        return ReceivedTable.SCHEMA + "_" + address.database();
    }

    @Override
    public ReceivingSql sql() {
        return SQL.in(schema());
    }

    @Override
    public ReceivedTable table(Connection connection, String table, List<FieldSpec> fields) {
        return new MariaDbTable(connection, schema(), table, fields);
    }

    // wrong data (01, 22), a constraint (23), a missing table or right (42)
    @Override
    public boolean refused(SQLException error) {
        String state = error.getSQLState();
        return MENDED_BY_PEOPLE.contains(error.getErrorCode())
                || state != null && List.of("01", "22", "23", "42").contains(state.substring(0, 2));
    }
}
