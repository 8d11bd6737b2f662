package org.citybrain.samplecity.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words of daily life from {@code names/life.csv}: a set is a list of words, a word may have parts set apart by colons. */
public final class Words {
    private static final Map<String, List<String>> SETS = read();

    private Words() {}

    /** The words of a set. */
    public static List<String> list(String set) {
        List<String> words = SETS.get(set);
        if (words == null) {
            throw new IllegalStateException("names/life.csv has no set " + set);
        }
        return words;
    }

    /** The words of a set, each cut into its parts. */
    public static List<List<String>> parts(String set) {
        return list(set).stream().map(word -> List.of(word.split(":"))).toList();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> sets = new HashMap<>();
        for (List<String> row : Resources.rows("names/life.csv")) {
            sets.put(row.get(0), List.of(row.get(1).split(" ")));
        }
        sets.put(
                "trade-name",
                List.of(Resources.entry("names/work.csv", "trade-name").split(" ")));
        sets.put(
                "hospital",
                List.of(Resources.entry("names/work.csv", "hospital").split(" ")));
        return Map.copyOf(sets);
    }
}
