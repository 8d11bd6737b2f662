package org.citybrain.launcher.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;

/** The rows of a resource as the pool's own files hold them, read by the streaming module's reader. */
public record PoolRows(City city) {

    private static final int SHOWN = 300;

    public List<String> read(String resource) {
        try {
            Path rows = Files.createTempFile(city.home(), "rows", ".tsv");
            Path errors = Files.createTempFile(city.home(), "rows", ".err");
            try {
                int status = new ProcessBuilder(city.children().poolRows(resource))
                        .redirectOutput(rows.toFile())
                        .redirectError(errors.toFile())
                        .start()
                        .waitFor();
                if (status != 0) {
                    String text = Files.readString(errors);
                    throw new DoorFailure("the pool's reader failed for " + resource + ": "
                            + text.substring(Math.max(0, text.length() - SHOWN)));
                }
                return Files.readAllLines(rows, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(rows);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new DoorFailure("cannot read the pool: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorFailure("interrupted while reading the pool", e);
        }
    }
}
