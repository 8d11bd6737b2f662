package org.citybrain.gateway.mariadb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** The states of a database's tables, and from where its log is read; one file that is replaced at every change. */
final class MariaDbState {
    private final Path tablesFile;
    private final Path markFile;
    private final Map<String, MariaDbTableState> tables = new TreeMap<>();
    private @Nullable LogMark mark;

    private record Content(List<MariaDbTableState> tables) {}

    MariaDbState(Path folder) {
        this.tablesFile = folder.resolve("capture.json");
        this.markFile = folder.resolve("binlog.json");
        try {
            if (Files.exists(tablesFile)) {
                WireJson.read(Files.readAllBytes(tablesFile), Content.class)
                        .tables()
                        .forEach(state -> tables.put(state.table().id(), state));
            }
            if (Files.exists(markFile)) {
                mark = WireJson.read(Files.readAllBytes(markFile), LogMark.class);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the capture state in " + folder, e);
        }
    }

    /** From where the log is read on; null before the first time. */
    synchronized @Nullable LogMark mark() {
        return mark;
    }

    /** Everything before the mark is acknowledged. */
    synchronized void mark(LogMark newMark) {
        mark = newMark;
        AtomicFiles.write(markFile, WireJson.write(newMark));
    }

    /** State of a table by database and name. */
    synchronized Optional<MariaDbTableState> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    /** All states, by table. */
    synchronized List<MariaDbTableState> all() {
        return List.copyOf(tables.values());
    }

    /** Replaces a table's state and writes the file. */
    synchronized void put(MariaDbTableState state) {
        tables.put(state.table().id(), state);
        AtomicFiles.write(tablesFile, WireJson.write(new Content(List.copyOf(tables.values()))));
    }
}
