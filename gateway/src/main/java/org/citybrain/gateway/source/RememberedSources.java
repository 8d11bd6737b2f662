package org.citybrain.gateway.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.wire.WireJson;

/** Sources that were added while a gateway ran; the file holds passwords and has mode 0600. */
public final class RememberedSources {
    private final Path file;

    private record Content(List<SourceSpec> sources) {}

    public RememberedSources(Path file) {
        this.file = file;
    }

    /** All that were added so far. */
    public synchronized List<SourceSpec> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return WireJson.read(Files.readAllBytes(file), Content.class).sources();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Adds a source; one of the same place is replaced. */
    public synchronized void add(SourceSpec spec) {
        List<SourceSpec> sources = new ArrayList<>(all());
        sources.removeIf(spec::isSamePlace);
        sources.add(spec);
        AtomicFiles.write(file, WireJson.write(new Content(sources)));
    }
}
