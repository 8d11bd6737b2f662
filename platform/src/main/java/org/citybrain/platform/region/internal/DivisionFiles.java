package org.citybrain.platform.region.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads division tables: a heading, then code and name in the first two columns. */
final class DivisionFiles {
    private DivisionFiles() {}

    /** Names by code of the city's divisions below the folder {@code data/city/divisions}; empty when it is absent. */
    static Map<String, String> read(Path shared, String city) {
        Map<String, String> names = new TreeMap<>();
        Path folder = shared.resolve("data/city/divisions");
        for (String file : new String[] {"cities.csv", "areas.csv", "streets.csv", "villages.csv.gz"}) {
            Path path = folder.resolve(file);
            if (Files.isReadable(path)) {
                readInto(names, path, city);
            }
        }
        return names;
    }

    /** The names with the provinces and cities of the whole country, against which an address elsewhere is known. */
    static Map<String, String> withCountry(Path shared, Map<String, String> own) {
        Map<String, String> names = new TreeMap<>(own);
        Path folder = shared.resolve("data/city/divisions");
        for (String file : new String[] {"provinces.csv", "cities.csv"}) {
            Path path = folder.resolve(file);
            if (Files.isReadable(path)) {
                readInto(names, path, "");
            }
        }
        return names;
    }

    private static void readInto(Map<String, String> names, Path path, String city) {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().skip(1).filter(line -> line.startsWith(city)).forEach(line -> {
                String[] cells = line.split(",", 3);
                names.put(cells[0], cells[1].replace("\"", ""));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the divisions in " + path.getFileName(), e);
        }
    }
}
