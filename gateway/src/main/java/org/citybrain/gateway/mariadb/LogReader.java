package org.citybrain.gateway.mariadb;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.citybrain.gateway.source.SourceAddress;
import org.jspecify.annotations.Nullable;

/** One connection that follows a server's log from a place, until it breaks or is closed. */
final class LogReader implements AutoCloseable {
    private static final long HEARTBEAT_MILLIS = 2_000;
    private static final long CONNECT_MILLIS = 10_000;

    private final BinaryLogClient client;
    private final LogHandler handler;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    LogReader(SourceAddress address, String name, BinlogPlace from, LogHandler handler) {
        this.handler = handler;
        client = new BinaryLogClient(address.host(), address.port(), address.user(), address.password());
        client.setSSLMode(address.isLocal() ? SSLMode.DISABLED : SSLMode.PREFERRED);
        client.setServerId(replica(name));
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.offset());
        client.setKeepAlive(false);
        client.setHeartbeatInterval(HEARTBEAT_MILLIS);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setEventDeserializer(LogBody.deserializer());
        client.registerEventListener(this::take);
        client.registerLifecycleListener(new Failures());
        thread = Thread.ofPlatform().name("binlog-" + name).daemon().unstarted(this::read);
    }

    // a server drops the older of two readers with one number, so each gateway and department has its own
    private static long replica(String name) {
        return 0x4000_0000L | name.hashCode() & 0x3fff_ffffL;
    }

    void start() {
        thread.start();
    }

    private void read() {
        try {
            client.connect();
            fail(new IOException("The server ended the log's stream"));
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    // what a listener throws the client would only log
    private void take(Event event) {
        if (failure.get() != null) {
            return;
        }
        try {
            handler.take(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable error) {
        failure.compareAndSet(null, error);
    }

    /** Why the reading ended; null while it goes on. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    private final class Failures extends BinaryLogClient.AbstractLifecycleListener {
        @Override
        public void onCommunicationFailure(BinaryLogClient of, Exception error) {
            fail(error);
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient of, Exception error) {
            fail(error);
        }
    }

    @Override
    public void close() {
        failure.compareAndSet(null, new IOException("closed"));
        try {
            client.disconnect();
        } catch (IOException alreadyGone) {
            failure.compareAndSet(null, alreadyGone);
        }
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
