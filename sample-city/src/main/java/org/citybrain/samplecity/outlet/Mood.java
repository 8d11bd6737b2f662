package org.citybrain.samplecity.outlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How an interface misbehaves for a demonstration: lines of {@code table word} or {@code * word} in a file. Words: outage,
 * reset, html, broken, error, repeat, drop, retype, {@code total+N}, {@code total-N}, {@code pages-N}.
 */
record Mood(List<String> lines) {
    static Mood of(Path file) {
        try {
            return new Mood(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            return new Mood(List.of());
        }
    }

    boolean is(String table, String word) {
        return lines.contains(table + " " + word) || lines.contains("* " + word);
    }

    /** What is added to a number that is told about a table. */
    int shift(String table, String word) {
        for (String line : lines) {
            if (line.startsWith(table + " " + word)
                    && line.substring((table + " " + word).length()).matches("[+-]\\d+")) {
                return Integer.parseInt(line.substring((table + " " + word).length()));
            }
        }
        return 0;
    }
}
