package org.citybrain.samplecity.seed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.jspecify.annotations.Nullable;

/**
 * The files of a sample: {@code <department>/<table>.copy} in PostgreSQL's COPY text format, {@code <department>/load.sql}
 * that makes the tables and loads them, {@code truth/<department>.<table>.copy} (key, then p and person number or f and
 * firm number), {@code truth/persons.copy} and {@code truth/firms.copy}.
 */
final class SampleFiles implements Closeable {
    static final String PERSONS = "truth/persons";
    static final String FIRMS = "truth/firms";
    private final Map<String, TableFile> files = new LinkedHashMap<>();

    SampleFiles(Path folder, boolean packed, SampleState state) throws IOException {
        for (CityTable table : CityTables.all()) {
            open(folder, name(table), packed, state);
            open(folder, truthName(table), packed, state);
        }
        open(folder, PERSONS, packed, state);
        open(folder, FIRMS, packed, state);
        for (String department : CityTables.DEPARTMENTS) {
            Files.writeString(folder.resolve(department).resolve("load.sql"), script(department, packed));
        }
    }

    private void open(Path folder, String name, boolean packed, SampleState state) throws IOException {
        Path file = folder.resolve(name + (packed ? ".copy.gz" : ".copy"));
        files.put(name, new TableFile(file, packed, state.marks().getOrDefault(name, 0L)));
    }

    private static String name(CityTable table) {
        return table.department() + "/" + table.name();
    }

    private static String truthName(CityTable table) {
        return "truth/" + table.resource();
    }

    private static String script(String department, boolean packed) {
        StringBuilder script = new StringBuilder("-- psql -f load.sql DATABASE, in this folder\n");
        for (CityTable table : CityTables.of(department)) {
            table.ddl().forEach(sql -> script.append(sql).append(";\n"));
            String from = packed ? "PROGRAM 'gunzip -c " + table.name() + ".copy.gz'" : "'" + table.name() + ".copy'";
            script.append("\\copy public.")
                    .append(table.name())
                    .append(" FROM ")
                    .append(from)
                    .append('\n');
        }
        return script.toString();
    }

    void append(Block block) throws IOException {
        for (CityTable table : CityTables.all()) {
            append(name(table), block.text(table));
            append(truthName(table), block.truth(table));
        }
        append(PERSONS, block.persons());
        append(FIRMS, block.firms());
    }

    private void append(String name, CopyText text) throws IOException {
        TableFile file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("No file is open for " + name);
        }
        file.append(text);
    }

    /** Brings everything to the disk; the lengths of the files. */
    Map<String, Long> marks() throws IOException {
        Map<String, Long> marks = new TreeMap<>();
        for (Map.Entry<String, TableFile> file : files.entrySet()) {
            marks.put(file.getKey(), file.getValue().mark());
        }
        return marks;
    }

    @Override
    public void close() throws IOException {
        @Nullable IOException failure = null;
        for (TableFile file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
