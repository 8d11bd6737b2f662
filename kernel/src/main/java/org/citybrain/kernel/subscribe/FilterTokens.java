package org.citybrain.kernel.subscribe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a filter's text into words, signs, numbers and quoted texts, each with its place. */
final class FilterTokens {
    /** What a token is. */
    enum Kind {
        WORD,
        SIGN,
        NUMBER,
        TEXT,
        END
    }

    /**
     * A token.
     *
     * @param place where it begins, from 1
     */
    record Token(Kind kind, String text, int place) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN)
                    && text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    private static final String SIGNS = "=<>!(),";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private FilterTokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        FilterTokens cutter = new FilterTokens(source);
        cutter.cut();
        return cutter.tokens;
    }

    private void cut() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'') {
                quoted('\'', Kind.TEXT);
            } else if (c == '"') {
                quoted('"', Kind.WORD);
            } else if (SIGNS.indexOf(c) >= 0) {
                sign();
            } else if (Character.isDigit(c) || c == '-') {
                run(Kind.NUMBER);
            } else if (Character.isLetter(c) || c == '_') {
                run(Kind.WORD);
            } else {
                throw new FilterException(at + 1, "不认识的符号 " + c, "the sign " + c + " is not known");
            }
        }
        tokens.add(new Token(Kind.END, "", source.length() + 1));
    }

    private void quoted(char quote, Kind kind) {
        int from = at++;
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < source.length() && source.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                tokens.add(new Token(kind, text.toString(), from + 1));
                return;
            }
        }
        throw new FilterException(from + 1, "引号没有结束", "the quotation mark is not closed");
    }

    private void sign() {
        int from = at++;
        char first = source.charAt(from);
        boolean two = at < source.length() && List.of("<=", ">=", "<>", "!=").contains("" + first + source.charAt(at));
        if (two) {
            at++;
        } else if (first == '!') {
            throw new FilterException(from + 1, "! 后应为 =", "! must be followed by =");
        }
        tokens.add(new Token(Kind.SIGN, source.substring(from, at), from + 1));
    }

    private void run(Kind kind) {
        int from = at++;
        while (at < source.length() && belongs(kind, source.charAt(at))) {
            at++;
        }
        tokens.add(new Token(kind, source.substring(from, at), from + 1));
    }

    private static boolean belongs(Kind kind, char c) {
        return kind == Kind.NUMBER
                ? Character.isDigit(c) || c == '.'
                : Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
