package org.citybrain.gateway.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.wire.WireJson;

/** The states of a database's tables, kept in one file that is replaced at every change. */
final class CaptureState {
    private final Path file;
    private final Map<String, TableState> tables = new TreeMap<>();

    private record Content(List<TableState> tables) {}

    CaptureState(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                WireJson.read(Files.readAllBytes(file), Content.class)
                        .tables()
                        .forEach(state -> tables.put(state.table().id(), state));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the capture state " + file, e);
            }
        }
    }

    /** State of a table by schema and name. */
    synchronized Optional<TableState> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    /** All states, by table. */
    synchronized List<TableState> all() {
        return List.copyOf(tables.values());
    }

    /** Replaces a table's state and writes the file. */
    synchronized void put(TableState state) {
        tables.put(state.table().id(), state);
        AtomicFiles.write(file, WireJson.write(new Content(all())));
    }

    /** Takes a step from a table's state as it is now, where it is still in the phase that it was seen in. */
    synchronized TableState change(TableState seen, UnaryOperator<TableState> step) {
        TableState now = tables.getOrDefault(seen.table().id(), seen);
        if (now.phase() != seen.phase() || now.generation() != seen.generation()) {
            return now;
        }
        TableState next = step.apply(now);
        put(next);
        return next;
    }
}
