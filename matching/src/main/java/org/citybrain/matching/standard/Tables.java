package org.citybrain.matching.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small tables that lie beside the code. */
final class Tables {
    private Tables() {}

    /** Traditional signs and the simplified ones that stand for them. */
    static Map<Character, Character> simplified() {
        Map<Character, Character> pairs = new HashMap<>();
        for (String line : lines("simplified.txt")) {
            for (String pair : line.split(" ", -1)) {
                if (pair.length() == 2) {
                    pairs.put(pair.charAt(0), pair.charAt(1));
                }
            }
        }
        return pairs;
    }

    /** Each nickname with the first name of its line; a nickname of several names goes with the first line. */
    static Map<String, String> nicknames() {
        Map<String, String> names = new HashMap<>();
        for (String line : lines("nicknames.txt")) {
            String[] words = line.split(" ", -1);
            for (String word : words) {
                names.putIfAbsent(word, words[0]);
            }
        }
        return names;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Table missing from the build: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
