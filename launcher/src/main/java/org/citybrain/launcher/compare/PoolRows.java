package org.citybrain.launcher.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.door.DoorFailure;
import org.citybrain.launcher.shell.Folders;

/** The rows of resources as the pool's own files hold them, read by the streaming module's reader. */
public record PoolRows(City city) {

    private static final int SHOWN = 300;

    /** Resource to its rows; one run of the reader for all. */
    public Map<String, List<String>> read(Collection<String> resources) {
        try {
            Path folder = Files.createTempDirectory(city.home(), "rows");
            try {
                return read(resources, folder);
            } finally {
                Folders.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new DoorFailure("cannot read the pool: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorFailure("interrupted while reading the pool", e);
        }
    }

    private Map<String, List<String>> read(Collection<String> resources, Path folder)
            throws IOException, InterruptedException {
        Path words = folder.resolve("words.txt");
        int status = new ProcessBuilder(city.children().poolRows(resources, folder))
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            String text = Files.readString(words);
            throw new DoorFailure("the pool's reader failed: " + text.substring(Math.max(0, text.length() - SHOWN)));
        }
        Map<String, List<String>> rows = new HashMap<>();
        for (String resource : resources) {
            rows.put(resource, Files.readAllLines(folder.resolve(resource + ".tsv")));
        }
        return rows;
    }
}
