package org.citybrain.gateway.capture;

import io.debezium.connector.postgresql.connection.Lsn;
import io.debezium.connector.postgresql.connection.ReplicationConnection;
import io.debezium.connector.postgresql.connection.ReplicationStream;
import io.debezium.connector.postgresql.connection.WalPositionLocator;
import io.debezium.connector.postgresql.spi.SlotCreationResult;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Passes everything to Debezium's own connection; only the messages' columns are replaced. */
final class SourceTextReplication implements ReplicationConnection {
    private final ReplicationConnection inner;

    SourceTextReplication(ReplicationConnection inner) {
        this.inner = inner;
    }

    @Override
    public ReplicationStream startStreaming(WalPositionLocator locator) throws SQLException, InterruptedException {
        return new Stream(inner.startStreaming(locator));
    }

    @Override
    public ReplicationStream startStreaming(Lsn from, WalPositionLocator locator)
            throws SQLException, InterruptedException {
        return new Stream(inner.startStreaming(from, locator));
    }

    @Override
    public Optional<SlotCreationResult> createReplicationSlot() throws SQLException {
        return inner.createReplicationSlot();
    }

    @Override
    public void initConnection() throws SQLException, InterruptedException {
        inner.initConnection();
    }

    @Override
    public boolean isConnected() throws SQLException {
        return inner.isConnected();
    }

    @Override
    public void reconnect() throws SQLException {
        inner.reconnect();
    }

    @Override
    public void close() throws Exception {
        inner.close();
    }

    private record Stream(ReplicationStream inner) implements ReplicationStream {
        @Override
        public void read(ReplicationMessageProcessor processor) throws SQLException, InterruptedException {
            inner.read(message -> processor.process(SourceTextMessage.of(message)));
        }

        @Override
        public boolean readPending(ReplicationMessageProcessor processor) throws SQLException, InterruptedException {
            return inner.readPending(message -> processor.process(SourceTextMessage.of(message)));
        }

        @Override
        public void flushLsn(Lsn lsn) throws SQLException {
            inner.flushLsn(lsn);
        }

        @Override
        public Lsn lastReceivedLsn() {
            return inner.lastReceivedLsn();
        }

        @Override
        public Lsn startLsn() {
            return inner.startLsn();
        }

        @Override
        public void startKeepAlive(ExecutorService service) {
            inner.startKeepAlive(service);
        }

        @Override
        public void stopKeepAlive() {
            inner.stopKeepAlive();
        }

        @Override
        public void close() throws Exception {
            inner.close();
        }
    }
}
