package org.citybrain.streaming;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.streaming.pool.PoolReader;
import org.citybrain.streaming.pool.PoolTables;
import org.jspecify.annotations.Nullable;

/**
 * Prints the rows of a resource as the pool holds them, in the source's own text and the form of PostgreSQL's COPY, by
 * key: {@code PoolRowsMain --config FILE --resource R [--digest]}. With {@code --digest} only their number and the SM3
 * over the lines. A resource that the pool does not have yet has no rows.
 */
public final class PoolRowsMain {
    private PoolRowsMain() {}

    /** Prints and ends; status 1 with one sentence when the pool cannot be read. */
    public static void main(String[] args) {
        // standard output is for rows only
        System.setProperty("logback.configurationFile", "logback-tool.xml");
        try {
            HomeConfig config = HomeConfig.fromArguments(args);
            String resource = HomeConfig.argument(args, "--resource")
                    .filter(name -> name.indexOf('.') > 0)
                    .orElseThrow(() -> new ConfigException("Name a resource: --resource department.table"));
            List<String> lines = lines(config.get("pool.dir"), resource);
            print(Arrays.asList(args).contains("--digest") ? digest(lines) : lines);
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

    private static List<String> digest(List<String> lines) {
        byte[] digest = Sm3.digest(Sm3.utf8(String.join("\n", lines)));
        return List.of("rows " + lines.size(), "sm3 " + HexFormat.of().formatHex(digest));
    }

    private static void print(List<String> lines) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
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
