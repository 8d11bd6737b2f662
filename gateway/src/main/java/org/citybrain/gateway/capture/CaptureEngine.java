package org.citybrain.gateway.capture;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.citybrain.gateway.source.SourceAddress;
import org.jspecify.annotations.Nullable;

/** One run of Debezium over a department's slot, from its stored offset until it fails or is closed. */
final class CaptureEngine implements AutoCloseable {
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    CaptureEngine(
            SourceAddress address,
            String name,
            Path offsets,
            DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> handler) {
        this.engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings(address, name, offsets))
                .using((success, message, error) -> {
                    if (!success) {
                        failure.compareAndSet(null, error == null ? new IllegalStateException(message) : error);
                    }
                })
                .notifying(handler)
                .build();
        this.thread = Thread.ofPlatform().name("capture-" + name).daemon().unstarted(engine);
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Why the engine stopped of itself, null when it did not. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    private static Properties settings(SourceAddress address, String name, Path offsets) {
        Properties settings = new Properties();
        settings.setProperty("name", name);
        settings.setProperty("connector.class", SourceTextConnector.class.getName());
        // also the name of its JMX beans, of which one process has one set per department
        settings.setProperty("topic.prefix", name);
        settings.setProperty("database.hostname", address.host());
        settings.setProperty("database.port", Integer.toString(address.port()));
        settings.setProperty("database.user", address.user());
        settings.setProperty("database.password", address.password());
        settings.setProperty("database.dbname", address.database());
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", name);
        settings.setProperty("publication.name", name);
        settings.setProperty("publication.autocreate.mode", "disabled");
        // first loads are the gateway's own; without a stored offset Debezium starts at the slot's position
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("offset.storage", DurableOffsets.class.getName());
        settings.setProperty(DurableOffsets.FILE, offsets.toString());
        // asked for by Connect's settings and used by nobody here: batches go through the outbox
        settings.setProperty("bootstrap.servers", "127.0.0.1:9");
        settings.setProperty("offset.flush.interval.ms", "1000");
        settings.setProperty("provide.transaction.metadata", "true");
        settings.setProperty("heartbeat.interval.ms", "500");
        // Debezium's queue spins through the last millisecond of each interval: at 25 ms eleven idle departments took a
        // fifth of a core
        settings.setProperty("poll.interval.ms", "100");
        settings.setProperty("tombstones.on.delete", "false");
        settings.setProperty("skipped.operations", "none");
        settings.setProperty("include.unknown.datatypes", "true");
        settings.setProperty("event.converting.failure.handling.mode", "fail");
        settings.setProperty("converters", "text");
        settings.setProperty("text.type", SourceTextConverter.class.getName());
        // this gateway restarts the engine itself, after reopening the outbox
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("slot.max.retries", "0");
        return settings;
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            failure.compareAndSet(null, e);
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
