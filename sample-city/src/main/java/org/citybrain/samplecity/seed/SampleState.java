package org.citybrain.samplecity.seed;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How far the files of a sample are written: {@code state.properties} beside them, replaced as a whole.
 *
 * @param population which population and format
 * @param blocks blocks of households that are on the disk
 * @param rows rows in them
 * @param seconds machine seconds spent on them
 * @param done whether all are
 * @param marks length of each file
 */
record SampleState(String population, long blocks, long rows, long seconds, boolean done, Map<String, Long> marks) {
    private static final String NAME = "state.properties";
    private static final String MARK = "mark.";

    SampleState {
        marks = Map.copyOf(marks);
    }

    static SampleState read(Path folder, String population) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new SampleState(population, 0, 0, 0, false, Map.of());
        }
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        Map<String, Long> marks = new HashMap<>();
        for (String key : read.stringPropertyNames()) {
            if (key.startsWith(MARK)) {
                marks.put(key.substring(MARK.length()), Long.valueOf(read.getProperty(key)));
            }
        }
        return new SampleState(
                read.getProperty("population", ""),
                Long.parseLong(read.getProperty("blocks", "0")),
                Long.parseLong(read.getProperty("rows", "0")),
                Long.parseLong(read.getProperty("seconds", "0")),
                Boolean.parseBoolean(read.getProperty("done", "false")),
                marks);
    }

    void write(Path folder) throws IOException {
        Properties all = new Properties();
        all.setProperty("population", population);
        all.setProperty("blocks", Long.toString(blocks));
        all.setProperty("rows", Long.toString(rows));
        all.setProperty("seconds", Long.toString(seconds));
        all.setProperty("done", Boolean.toString(done));
        marks.forEach((name, length) -> all.setProperty(MARK + name, Long.toString(length)));
        Path fresh = folder.resolve(NAME + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            all.store(out, "bin/cb sample: how far it is; leave it here to go on later");
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
