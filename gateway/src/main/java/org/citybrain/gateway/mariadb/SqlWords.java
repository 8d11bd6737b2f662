package org.citybrain.gateway.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement of the log cut into words. Comments are left out, but what MariaDB runs of them counts. */
final class SqlWords {
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)(?<space>\\s+|(?:#|--(?=\\s))[^\\n]*)|/\\*M?!\\d*(?<run>.*?)\\*/|(?<remark>/\\*.*?\\*/)"
                    + "|(?<text>'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+')|`(?<name>(?:[^`]|``)+)`|(?<quoted>\"[^\"\\\\]*+(?:(?:\\\\.|\"\")[^\"\\\\]*+)*+\")"
                    + "|(?<plain>[^\\s`'\"(),.;=#/]+|.)");

    private SqlWords() {}

    /**
     * A word.
     *
     * @param text without the marks around a name; a literal with them
     * @param plain whether it stands without marks, so that it may be a word of the language
     */
    record Word(String text, boolean plain) {
        /** Whether it is one of these words of the language, or marks, in capitals. */
        boolean is(String... words) {
            return plain && List.of(words).contains(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Cuts a statement.
     *
     * @param ansi whether double marks stand around names, as they do around texts otherwise
     */
    static List<Word> of(String sql, boolean ansi) {
        List<Word> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            String quoted = token.group("quoted");
            if (token.group("run") != null) {
                words.addAll(of(token.group("run"), ansi));
            } else if (token.group("text") != null || quoted != null && !ansi) {
                words.add(new Word(token.group(), false));
            } else if (quoted != null) {
                words.add(new Word(quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""), false));
            } else if (token.group("name") != null) {
                words.add(new Word(token.group("name").replace("``", "`"), false));
            } else if (token.group("plain") != null) {
                words.add(new Word(token.group("plain"), true));
            }
        }
        return List.copyOf(words);
    }

    /** Cuts a list at the commas that stand in no brackets. */
    static List<List<Word>> listed(List<Word> words) {
        List<List<Word>> parts = new ArrayList<>();
        List<Word> part = new ArrayList<>();
        int depth = 0;
        for (Word word : words) {
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth == 0 && word.is(",")) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(word);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    /** The words that stand in no brackets. */
    static List<Word> outside(List<Word> words) {
        List<Word> outside = new ArrayList<>();
        int depth = 0;
        for (Word word : words) {
            depth -= word.is(")") ? 1 : 0;
            if (depth == 0 && !word.is(")")) {
                outside.add(word);
            }
            depth += word.is("(") ? 1 : 0;
        }
        return outside;
    }
}
