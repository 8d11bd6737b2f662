package org.citybrain.gateway.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a statement declares a column to be. */
final class ColumnDefinition {
    private static final Map<String, String> SAME = Map.of(
            "integer",
            "int",
            "bool",
            "tinyint",
            "boolean",
            "tinyint",
            "dec",
            "decimal",
            "numeric",
            "decimal",
            "json",
            "longtext",
            "character",
            "char");

    private final List<SqlWords.Word> words;
    private final List<SqlWords.Word> outside;

    /** The words behind the column's name. */
    ColumnDefinition(List<SqlWords.Word> words) {
        this.words = words;
        this.outside = SqlWords.outside(words);
    }

    /** The type in the words of {@link MariaDbColumn#typeText}; none that is known where it is declared in others. */
    String type() {
        String word = words.isEmpty() ? "" : words.getFirst().text().toLowerCase(Locale.ROOT);
        String name = SAME.getOrDefault(word, word);
        String size = size();
        String sign = has("UNSIGNED") || has("ZEROFILL") ? " unsigned" : "";
        return switch (name) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> name + sign;
            case "decimal" -> name + (size.isEmpty() ? "(10,0)" : size.replaceFirst("^\\((\\d+)\\)$", "($1,0)")) + sign;
            case "char", "binary", "bit" -> name + (size.isEmpty() ? "(1)" : size);
            case "timestamp", "datetime", "time" -> name + (size.equals("(0)") ? "" : size);
            case "year" -> name;
            default -> name + size;
        };
    }

    private String size() {
        StringBuilder text = new StringBuilder();
        for (SqlWords.Word word : words.subList(Math.min(1, words.size()), words.size())) {
            if (text.isEmpty() && !word.is("(")) {
                return "";
            }
            text.append(word.text());
            if (word.is(")")) {
                break;
            }
        }
        return text.toString();
    }

    private boolean has(String word) {
        return outside.stream().anyMatch(one -> one.is(word));
    }

    private boolean has(String word, String next) {
        for (int i = 1; i < outside.size(); i++) {
            if (outside.get(i - 1).is(word) && outside.get(i).is(next)) {
                return true;
            }
        }
        return false;
    }

    boolean isNeverEmpty() {
        return has("NOT", "NULL") || has("AUTO_INCREMENT") || has("PRIMARY", "KEY");
    }

    /** Whether it is declared the key itself. */
    boolean isKey() {
        return has("PRIMARY") || has("KEY") && !has("UNIQUE", "KEY");
    }

    /** Whether its values follow from other columns. */
    boolean isComputed() {
        return has("AS");
    }

    /** Whether a row that stood before the column is given a value. A timestamp may be filled without a word. */
    boolean fills() {
        boolean silent = !words.isEmpty() && words.getFirst().is("TIMESTAMP", "SERIAL");
        return isNeverEmpty()
                || isComputed()
                || has("DEFAULT") && !has("DEFAULT", "NULL")
                || silent && !has("DEFAULT", "NULL") && !has("NULL");
    }
}
