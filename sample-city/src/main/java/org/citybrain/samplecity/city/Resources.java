package org.citybrain.samplecity.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The module's own bundled lists: CSV without quotes, lines beginning with # are remarks, the first line is the head. */
final class Resources {
    private Resources() {}

    static List<List<String>> rows(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("The bundled list " + path + " is missing from this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the bundled list " + path, e);
        }
    }

    /** The second column of the row whose first is the name. */
    static String entry(String path, String name) {
        return rows(path).stream()
                .filter(row -> row.get(0).equals(name))
                .map(row -> row.get(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " has no row " + name));
    }
}
