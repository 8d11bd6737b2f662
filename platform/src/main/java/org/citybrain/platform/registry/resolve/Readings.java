package org.citybrain.platform.registry.resolve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of signs that are read in more than one way in names, and of double surnames with a reading of their own. */
final class Readings {
    private static final String FILE = "readings.txt";
    private static final Map<String, List<String>> USUAL = read();

    private Readings() {}

    /** Usual readings of one sign or of a double surname, without tones; none where it has but the one of every dictionary. */
    static List<String> of(String signs) {
        return USUAL.getOrDefault(signs, List.of());
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> usual = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Readings.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] words = line.split(" ", -1);
                    usual.put(words[0], List.copyOf(Arrays.asList(words).subList(1, words.length)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of readings cannot be read", e);
        }
        return Map.copyOf(usual);
    }
}
