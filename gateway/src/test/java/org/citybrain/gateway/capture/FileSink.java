package org.citybrain.gateway.capture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citybrain.gateway.lane.BatchSink;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.kernel.batch.ChangeRecord;

/** A receiver in a file that outlives a killed process; acknowledges a little later, as Kafka does. */
public final class FileSink implements BatchSink {
    private final FileChannel channel;

    public FileSink(Path file) throws IOException {
        // a kill may leave half a message: it was not acknowledged, so the next process writes over it
        long whole = 0;
        if (Files.exists(file)) {
            for (MemorySink.Message message : read(file)) {
                whole += 12L + message.topic().length() + message.key().length() + message.value().length;
            }
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
    }

    @Override
    public synchronized CompletableFuture<Void> send(String topic, String key, byte[] value) {
        byte[] topicBytes = topic.getBytes(StandardCharsets.US_ASCII);
        byte[] keyBytes = key.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer message = ByteBuffer.allocate(12 + topicBytes.length + keyBytes.length + value.length);
        message.putInt(topicBytes.length)
                .put(topicBytes)
                .putInt(keyBytes.length)
                .put(keyBytes)
                .putInt(value.length)
                .put(value);
        message.flip();
        try {
            while (message.hasRemaining()) {
                channel.write(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS));
    }

    /** All messages that were received whole. */
    public static List<MemorySink.Message> read(Path file) throws IOException {
        List<MemorySink.Message> messages = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String topic = new String(field(in), StandardCharsets.US_ASCII);
                String key = new String(field(in), StandardCharsets.US_ASCII);
                messages.add(new MemorySink.Message(topic, key, field(in)));
            }
        } catch (EOFException end) {
            return messages;
        }
    }

    /** Records of a resource as intake would take them from a file; none while there is no file. */
    public static List<ChangeRecord> records(Path file, String resource) throws IOException {
        MemorySink sink = new MemorySink();
        if (Files.exists(file)) {
            read(file).forEach(message -> sink.send(message.topic(), message.key(), message.value()));
        }
        return sink.records(resource);
    }

    /** What a file received, to be read back. */
    public static SentBatches sent(Path file) {
        return (resource, reader) -> {
            for (MemorySink.Message message : Files.exists(file) ? read(file) : List.<MemorySink.Message>of()) {
                if (message.key().equals(resource)) {
                    reader.batch(message.value());
                }
            }
        };
    }

    private static byte[] field(DataInputStream in) throws IOException {
        byte[] field = new byte[in.readInt()];
        in.readFully(field);
        return field;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
