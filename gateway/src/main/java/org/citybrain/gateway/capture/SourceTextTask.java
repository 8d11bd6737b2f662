package org.citybrain.gateway.capture;

import io.debezium.connector.postgresql.PostgresConnectorConfig;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import io.debezium.connector.postgresql.PostgresSchema;
import io.debezium.connector.postgresql.connection.PostgresConnection;
import io.debezium.connector.postgresql.connection.ReplicationConnection;
import java.sql.SQLException;

/** Debezium's task over a replication stream whose columns give their raw text. */
public final class SourceTextTask extends PostgresConnectorTask {
    @Override
    protected ReplicationConnection buildReplicationConnection(
            PostgresConnection connection, PostgresSchema schema, PostgresConnectorConfig settings)
            throws SQLException {
        return new SourceTextReplication(super.buildReplicationConnection(connection, schema, settings));
    }
}
