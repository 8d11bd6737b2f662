package org.citybrain.launcher.door;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL script as psql would run it, or a MySQL script of plain statements: statements end at a semicolon outside quotes and comments, `COPY … FROM stdin`
 * takes the lines up to `\.`, and the script's own wishes for other databases (`create database`, `\c`, `use`) are left out, for the
 * database is chosen by the connection.
 */
public final class SqlScript {

    /** A statement; `rows` is the text that follows a COPY. */
    record Step(String sql, String rows) {}

    private final String text;
    private int at;

    private SqlScript(String text) {
        this.text = text;
    }

    /** Runs the file in one connection. */
    public static void run(Connection connection, Path file) throws IOException, SQLException {
        for (Step step : steps(Files.readString(file))) {
            if (step.sql().toLowerCase(Locale.ROOT).matches("(?s)((drop|create)\\s+database|use)\\s.*")) {
                continue;
            }
            if (!isCopy(step.sql())) {
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(step.sql());
                }
            } else {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(step.sql(), new StringReader(step.rows()));
            }
        }
    }

    static List<Step> steps(String text) {
        return new SqlScript(text).read();
    }

    private List<Step> read() {
        List<Step> steps = new ArrayList<>();
        int begin = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == ';') {
                String sql = text.substring(begin, at++).strip();
                if (isCopy(sql)) {
                    steps.add(new Step(sql, takeRows()));
                } else if (!sql.isEmpty()) {
                    steps.add(new Step(sql, ""));
                }
                begin = at;
            } else if (isComment() || letter == '\\') {
                skipComment();
                begin = text.substring(begin, at).isBlank() || onlyComments(begin) ? at : begin;
            } else {
                skipToken(letter);
            }
        }
        return steps;
    }

    private boolean onlyComments(int begin) {
        return text.substring(begin, at)
                .replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*|\\\\[^\\n]*", "")
                .isBlank();
    }

    private boolean isComment() {
        return text.startsWith("--", at) || text.startsWith("/*", at);
    }

    private void skipComment() {
        boolean block = text.startsWith("/*", at);
        int end = text.indexOf(block ? "*/" : "\n", at + 1);
        at = end < 0 ? text.length() : end + (block ? 2 : 1);
    }

    private void skipToken(char letter) {
        if (letter == '\'' || letter == '"') {
            skipQuoted(letter);
        } else if (letter == '$') {
            skipDollarQuoted();
        } else {
            at++;
        }
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at++;
        }
        at++;
    }

    private void skipDollarQuoted() {
        int end = text.indexOf('$', at + 1);
        String tag = end < 0 ? "" : text.substring(at, end + 1);
        if (tag.matches("\\$\\w*\\$")) {
            int close = text.indexOf(tag, end + 1);
            at = close < 0 ? text.length() : close + tag.length();
        } else {
            at++;
        }
    }

    private static boolean isCopy(String sql) {
        return sql.toLowerCase(Locale.ROOT).matches("(?s)copy\\s.*\\sfrom\\s+stdin.*");
    }

    private String takeRows() {
        int begin = text.indexOf('\n', at) + 1;
        int end = text.startsWith("\\.", begin) ? begin : text.indexOf("\n\\.", begin) + 1;
        at = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end) + 1;
        return text.substring(begin, end);
    }
}
