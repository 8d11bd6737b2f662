package org.citybrain.gateway.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;
import org.citybrain.gateway.store.AtomicFiles;

/** Debezium's offset in a file that is replaced as a whole: a kill leaves the old one or the new one. */
public final class DurableOffsets extends MemoryOffsetBackingStore {
    static final String FILE = "offset.storage.file.filename";

    private Path file = Path.of("");

    @Override
    public void configure(WorkerConfig config) {
        super.configure(config);
        file = Path.of(Objects.requireNonNull(config.originalsStrings().get(FILE), FILE));
    }

    @Override
    public synchronized void start() {
        super.start();
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                data.put(bytes(line.substring(0, tab)), bytes(line.substring(tab + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the capture offset " + file, e);
        }
    }

    // keys and values are one-line JSON by the engine's converters
    @Override
    protected void save() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<ByteBuffer, ByteBuffer> entry : data.entrySet()) {
            if (entry.getKey() != null && entry.getValue() != null) {
                text.append(text(entry.getKey()))
                        .append('\t')
                        .append(text(entry.getValue()))
                        .append('\n');
            }
        }
        AtomicFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }
}
