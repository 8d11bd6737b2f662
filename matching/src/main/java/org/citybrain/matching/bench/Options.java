package org.citybrain.matching.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        Options options = new Options(values);
        options.check();
        return options;
    }

    /** Refuses what contradicts itself or is out of range, before anything is read. */
    private void check() {
        atLeastOne("--sample");
        atLeastOne("--limit");
        atLeastOne("--threads");
        if (!List.of("1", "2", "both").contains(find("--dirt").orElse("both"))) {
            throw new WrongUsage(
                    "--dirt: 需要 1 或 2 · 1 or 2 is needed, not " + find("--dirt").orElse(""));
        }
        List<String> given =
                Stream.of("--set", "--sample", "--input").filter(this::has).toList();
        if (given.size() > 1) {
            String both = String.join(", ", given);
            throw new WrongUsage("只能选一个 · only one of these can be given: " + both);
        }
        only("--sample", "--dirt", "--growth");
        only("--input", "--config", "--truth");
    }

    private void atLeastOne(String word) {
        if (number(word, 1) < 1) {
            throw new WrongUsage(
                    word + ": 至少为 1 · at least 1 is needed, not " + find(word).orElse(""));
        }
    }

    private void only(String word, String... others) {
        for (String other : others) {
            if (has(other) && !has(word)) {
                throw new WrongUsage(other + ": 只与 " + word + " 同用 · goes only with " + word);
            }
        }
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
        return new Crew(number("--threads", Runtime.getRuntime().availableProcessors()));
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
