package org.citybrain.launcher.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a sub-command: options with a value (`--home DIR`), switches (`--keep`), and the rest in order. Everything
 * after `--` belongs to the rest.
 */
public record Arguments(Map<String, String> options, List<String> rest) {

    public Arguments {
        options = Map.copyOf(options);
        rest = List.copyOf(rest);
    }

    /** Reads the words; an option that is neither in `valued` nor in `switches` is refused. */
    public static Arguments of(List<String> words, Set<String> valued, Set<String> switches) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                rest.addAll(words.subList(i + 1, words.size()));
                break;
            } else if (!word.startsWith("--")) {
                rest.add(word);
            } else if (switches.contains(word)) {
                options.put(word, "");
            } else if (valued.contains(word) && i + 1 < words.size()) {
                options.put(word, words.get(++i));
            } else {
                throw new WrongUsage(
                        (valued.contains(word) ? "选项缺少值 · a value is missing after " : "不认识的选项 · unknown option ")
                                + word);
            }
        }
        return new Arguments(options, rest);
    }

    /** The same, for a command that takes options alone: a word beside them is refused, so that a slip is seen. */
    public Arguments withoutWords() {
        if (!rest.isEmpty()) {
            throw new WrongUsage("多余的词 · a word too many: " + rest.getFirst());
        }
        return this;
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** A whole number of at least 1, or the default when the option is absent. */
    public int number(String option, int otherwise) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage(option + ": 需要正整数 · a whole number above 0 is needed, not " + text, e);
        }
        throw new WrongUsage(option + ": 需要正整数 · a whole number above 0 is needed, not " + text);
    }

    /** The same where fewer than {@code least} are too few; the default is taken as it is. */
    public int number(String option, int otherwise, int least) {
        int number = number(option, otherwise);
        if (has(option) && number < least) {
            throw new WrongUsage(option + ": 不少于 " + least + " · at least " + least + " are needed, not " + number);
        }
        return number;
    }
}
