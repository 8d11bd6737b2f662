package org.citybrain.gateway.capture;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's PostgreSQL connector with {@link SourceTextTask}: values arrive as the source printed them. */
public final class SourceTextConnector extends PostgresConnector {
    @Override
    public Class<? extends Task> taskClass() {
        return SourceTextTask.class;
    }
}
