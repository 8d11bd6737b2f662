package org.citybrain.gateway.lane;

import java.util.concurrent.CompletableFuture;

/**
 * Where the gateway's messages go: Kafka, or memory in tests. Messages of one key keep their order.
 */
public interface BatchSink extends AutoCloseable {
    /**
     * Sends a message.
     *
     * @return done when the receiver has it durably; failed when that cannot be known, and then the caller sends the
     *     same bytes again
     */
    CompletableFuture<Void> send(String topic, String key, byte[] value);

    @Override
    void close();
}
