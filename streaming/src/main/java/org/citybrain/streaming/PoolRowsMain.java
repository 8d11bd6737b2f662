package org.citybrain.streaming;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.streaming.pool.PoolReader;
import org.citybrain.streaming.pool.PoolTables;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of resources as the pool holds them, in the source's own text and the form of PostgreSQL's COPY, by
 * key: {@code PoolRowsMain --config FILE --resources R1,R2 --out FOLDER} gives a file {@code <resource>.tsv} for each. A
 * resource that the pool does not have yet has no rows.
 */
public final class PoolRowsMain {
    private PoolRowsMain() {}

    /** Writes and ends; status 1 with one sentence when the pool cannot be read. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "logback-tool.xml");
        try {
            HomeConfig config = HomeConfig.fromArguments(args);
            Path folder = Path.of(HomeConfig.argument(args, "--out")
                    .orElseThrow(() -> new ConfigException("Name a folder for the rows: --out FOLDER")));
            for (String resource : resources(args)) {
                Files.write(folder.resolve(resource + ".tsv"), lines(config.get("pool.dir"), resource));
            }
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            System.err.println("The pool cannot be read: " + e.getMessage());
            System.exit(1);
        }
        // Paimon keeps threads that nobody needs any more
        System.exit(0);
    }

    private static List<String> resources(String[] args) {
        List<String> resources =
                List.of(HomeConfig.argument(args, "--resources").orElse("").split(","));
        if (resources.stream().anyMatch(name -> name.indexOf('.') <= 0 || name.indexOf('/') >= 0)) {
            throw new ConfigException("Name resources: --resources department.table,department.table");
        }
        return resources;
    }

    private record Line(String key, String text) {}

    private static List<String> lines(String warehouse, String resource) throws Exception {
        List<Line> lines = new ArrayList<>();
        try (PoolTables tables = PoolTables.open(warehouse)) {
            if (tables.has(PoolTables.standard(resource))) {
                new PoolReader(tables.get(PoolTables.standard(resource)))
                        .read(row -> lines.add(new Line(row.key(), copyText(row.values()))));
            }
        }
        lines.sort(Comparator.comparing(Line::key));
        return lines.stream().map(Line::text).toList();
    }

    /** A row as COPY prints it: tabs between values, \N for null, control characters and backslashes escaped. */
    static String copyText(List<@Nullable String> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            line.append(i == 0 ? "" : "\t");
            if (value == null) {
                line.append("\\N");
            } else {
                value.chars().forEach(c -> escape(line, (char) c));
            }
        }
        return line.toString();
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '\\' -> line.append("\\\\");
            case '\b' -> line.append("\\b");
            case '\f' -> line.append("\\f");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            case '\u000b' -> line.append("\\v");
            default -> line.append(c);
        }
    }
}
