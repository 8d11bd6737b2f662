package org.citybrain.gateway.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of a statement, read from the left. At the end every word is empty. */
final class Clause {
    private static final SqlWords.Word END = new SqlWords.Word("", false);
    private static final int TOLD = 3;

    private final List<SqlWords.Word> words;
    private int place;

    Clause(List<SqlWords.Word> words) {
        this.words = words;
    }

    private SqlWords.Word word(int ahead) {
        return place + ahead < words.size() ? words.get(place + ahead) : END;
    }

    /** The next word, which is passed. */
    String next() {
        String text = word(0).text();
        place = Math.min(place + 1, words.size());
        return text;
    }

    boolean begins(String... any) {
        return word(0).is(any);
    }

    boolean isSecond(String... any) {
        return word(1).is(any);
    }

    /** The next word in capitals; it is not passed. */
    String first() {
        return word(0).plain() ? word(0).text().toUpperCase(Locale.ROOT) : "";
    }

    /** Passes the next word if it is this one. */
    boolean skips(String one) {
        boolean there = begins(one);
        place += there ? 1 : 0;
        return there;
    }

    void skipsIfExists() {
        if (skips("IF")) {
            skips("NOT");
            skips("EXISTS");
        }
    }

    /** Passes everything up to this word and the word itself. */
    void skipPast(String one) {
        while (place < words.size() && !skips(one)) {
            place++;
        }
    }

    List<SqlWords.Word> rest() {
        return words.subList(place, words.size());
    }

    /** What stands between the bracket that comes next and its fellow. */
    List<SqlWords.Word> inBrackets() {
        List<SqlWords.Word> inside = new ArrayList<>();
        int depth = 0;
        for (SqlWords.Word word : rest()) {
            depth -= word.is(")") ? 1 : 0;
            if (depth > 0) {
                inside.add(word);
            }
            depth += word.is("(") ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        return inside;
    }

    /** The first words that are to come, for people. */
    String told() {
        return rest().stream().limit(TOLD).map(SqlWords.Word::text).collect(Collectors.joining(" "));
    }
}
