package org.citybrain.gateway.lane;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is no batch (schemas, findings, delivery receipts), each again until it is acknowledged. */
public final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final long RETRY_MILLIS = 2_000;

    private final BatchSink sink;

    /** Announcements over a sink that the caller closes. */
    public Announcements(BatchSink sink) {
        this.sink = sink;
    }

    /** Sends, and goes on trying when it fails; done when acknowledged. */
    public CompletableFuture<Void> publish(String topic, String key, byte[] value) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        attempt(topic, key, value, done);
        return done;
    }

    private void attempt(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        sink.send(topic, key, value).whenComplete((sent, error) -> {
            if (error == null) {
                done.complete(null);
            } else {
                LOG.warn("A message to {} is sent again: {}", topic, error.getMessage());
                CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> attempt(topic, key, value, done));
            }
        });
    }
}
