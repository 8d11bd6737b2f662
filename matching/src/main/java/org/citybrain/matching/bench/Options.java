package org.citybrain.matching.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.matching.work.Crew;

/** The words after `bin/cb bench linkage`. An option may take several values: `--input FILE FILE`. */
record Options(Map<String, List<String>> values) {
    private static final Set<String> WORDS = Set.of(
            "--input",
            "--config",
            "--truth",
            "--set",
            "--sample",
            "--dirt",
            "--clusters",
            "--explanations",
            "--limit",
            "--threads",
            "--model",
            "--save-model",
            "--rulings",
            "--json");

    private static final Set<String> FLAGS = Set.of("--incremental", "--growth");

    static Options of(List<String> words) {
        Map<String, List<String>> values = new HashMap<>();
        List<String> current = null;
        for (String word : words) {
            if (FLAGS.contains(word)) {
                values.put(word, List.of("true"));
                current = null;
            } else if (WORDS.contains(word)) {
                current = values.computeIfAbsent(word, unused -> new ArrayList<>());
            } else if (word.startsWith("--") || current == null) {
                throw new WrongUsage("不认识的选项 · unknown option: " + word);
            } else {
                current.add(word);
            }
        }
        values.forEach((word, given) -> {
            if (given.isEmpty() || given.size() > 1 && !word.equals("--input")) {
                throw new WrongUsage(word + ": 需要一个值 · one value is needed");
            }
        });
        return new Options(values);
    }

    List<String> all(String word) {
        return values.getOrDefault(word, List.of());
    }

    Optional<String> find(String word) {
        return all(word).stream().findFirst();
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    Crew crew() {
        int threads = number("--threads", Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw new WrongUsage("--threads: 至少一个 · at least one is needed");
        }
        return new Crew(threads);
    }

    int number(String word, int otherwise) {
        try {
            return find(word).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new WrongUsage(word + ": 需要一个整数 · a whole number is needed, not "
                    + find(word).orElse(""));
        }
    }
}
