package org.citybrain.launcher.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citybrain.launcher.supervise.Readiness;

/** A child without a health address is ready when its log has a line beginning with the word, such as `READY`. */
record LogSays(Path log, String word) implements Readiness {

    @Override
    public boolean holds() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.anyMatch(line -> line.startsWith(word));
        } catch (IOException | java.io.UncheckedIOException notYet) {
            return false;
        }
    }
}
