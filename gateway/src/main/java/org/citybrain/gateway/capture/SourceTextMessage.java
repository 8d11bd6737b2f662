package org.citybrain.gateway.capture;

import io.debezium.connector.postgresql.PostgresStreamingChangeEventSource.PgConnectionSupplier;
import io.debezium.connector.postgresql.PostgresType;
import io.debezium.connector.postgresql.connection.AbstractReplicationMessageColumn;
import io.debezium.connector.postgresql.connection.ReplicationMessage;
import io.debezium.connector.postgresql.connection.pgoutput.PgOutputReplicationMessage;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A row message whose column values are the text that PostgreSQL sent. Debezium would turn them into Java values, and
 * infinity, BC dates, intervals and arrays do not come back from those as they were.
 */
final class SourceTextMessage implements ReplicationMessage {
    private final ReplicationMessage inner;

    private SourceTextMessage(ReplicationMessage inner) {
        this.inner = inner;
    }

    /** The message itself, or a row message that gives its values as text. */
    static ReplicationMessage of(ReplicationMessage message) {
        return message instanceof PgOutputReplicationMessage && message.getOperation() != Operation.TRUNCATE
                ? new SourceTextMessage(message)
                : message;
    }

    @Override
    public @Nullable List<Column> getOldTupleList() {
        return texts(inner.getOldTupleList());
    }

    @Override
    public @Nullable List<Column> getNewTupleList() {
        return texts(inner.getNewTupleList());
    }

    private static @Nullable List<Column> texts(@Nullable List<Column> columns) {
        return columns == null
                ? null
                : columns.stream().map(SourceTextMessage::text).toList();
    }

    private static Column text(Column column) {
        return column.isToastedColumn() ? column : new TextColumn(column);
    }

    @Override
    public Operation getOperation() {
        return inner.getOperation();
    }

    @Override
    public Instant getCommitTime() {
        return inner.getCommitTime();
    }

    @Override
    public OptionalLong getTransactionId() {
        return inner.getTransactionId();
    }

    @Override
    public String getTable() {
        return inner.getTable();
    }

    @Override
    public boolean isLastEventForLsn() {
        return inner.isLastEventForLsn();
    }

    @Override
    public boolean shouldSchemaBeSynchronized() {
        return inner.shouldSchemaBeSynchronized();
    }

    @Override
    public boolean isTransactionalMessage() {
        return inner.isTransactionalMessage();
    }

    @Override
    public boolean isSkippedMessage() {
        return inner.isSkippedMessage();
    }

    /** A column that gives the text behind "name(type)=", which is how Debezium's pgoutput column prints itself. */
    private record TextColumn(Column inner) implements Column {
        @Override
        public @Nullable Object getValue(PgConnectionSupplier connection, boolean includeUnknown) {
            String printed = inner.toString();
            String head = inner.getName() + "(";
            int end = printed.startsWith(head) ? printed.indexOf(")=", head.length()) : -1;
            // a null column is an AbstractReplicationMessageColumn that does not print itself
            return end < 0 ? nullOf(inner, connection) : printed.substring(end + 2);
        }

        private static @Nullable Object nullOf(Column column, PgConnectionSupplier connection) {
            Object value = column.getValue(connection, true);
            if (value != null) {
                throw new IllegalStateException("Column " + column.getName()
                        + " does not print its text; this gateway was built for Debezium 3.5.0.Final");
            }
            return null;
        }

        @Override
        public String getName() {
            return inner.getName();
        }

        @Override
        public PostgresType getType() {
            return inner.getType();
        }

        @Override
        public ReplicationMessage.ColumnTypeMetadata getTypeMetadata() {
            return inner.getTypeMetadata();
        }

        @Override
        public boolean isOptional() {
            return inner.isOptional();
        }

        @Override
        public boolean isToastedColumn() {
            return inner instanceof AbstractReplicationMessageColumn && inner.isToastedColumn();
        }
    }
}
