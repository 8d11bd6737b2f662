package org.citybrain.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.citybrain.gateway.declared.DeclaredField;
import org.jspecify.annotations.Nullable;

/**
 * How a department's interface is spoken to. Places in answers are JSON pointers, durations after ISO 8601.
 *
 * @param format always {@code citybrain-http/1}
 * @param token how a token is had; null when the interface asks for none
 * @param every how often changes are asked for
 * @param full how often everything is read again, for what changed without a new time
 * @param deletes {@code any} lets more than half of a table go at once; otherwise that is withheld
 */
public record HttpDescription(
        String format,
        @Nullable Token token,
        Paging paging,
        Answer answer,
        @Nullable String every,
        @Nullable String full,
        @Nullable String deletes,
        List<Table> tables) {
    private static final String FORMAT = "citybrain-http/1";

    /** Client credentials after OAuth 2: a form posted to a path; where token and life in seconds stand in the answer. */
    public record Token(String path, String value, String seconds) {}

    /**
     * Pages by number.
     *
     * @param page name of the parameter with the page's number
     * @param size name of the parameter with the rows of a page
     * @param first number of the first page
     * @param rows rows asked for in a page
     */
    public record Paging(String page, String size, int first, int rows) {
        public Paging {
            Objects.requireNonNull(page, "paging needs page");
            Objects.requireNonNull(size, "paging needs size");
            if (rows < 1) {
                throw new IllegalArgumentException("paging needs rows above 0");
            }
        }
    }

    /**
     * Where things stand in an answer.
     *
     * @param records the array of rows
     * @param total how many rows there are in all, null when the interface does not say
     * @param pages how many pages, null when the interface does not say
     * @param time the source's own time, null when the interface does not say
     * @param success where the answer says that it is none of an error, and the word for it; null when it does not say
     */
    public record Answer(
            String records,
            @Nullable String total,
            @Nullable String pages,
            @Nullable String time,
            @Nullable Success success) {}

    /** A success is told at a place by a word. */
    public record Success(String at, String is) {}

    /**
     * One table.
     *
     * @param since how changes are asked for; null when only everything can be
     * @param keys where all keys are listed, to see deletions; null when only everything can be read again
     */
    public record Table(
            String table,
            String path,
            @Nullable Since since,
            @Nullable Keys keys,
            List<DeclaredField> fields) {
        public Table {
            Objects.requireNonNull(table, "a table has a name");
            Objects.requireNonNull(path, "table " + table + " needs path");
            fields = List.copyOf(Objects.requireNonNull(fields, "table " + table + " needs fields"));
            if (fields.stream().noneMatch(DeclaredField::key)) {
                throw new IllegalArgumentException("table " + table + " needs a field with key: true");
            }
        }
    }

    /** Changes since a time: the field that holds it, the parameter that asks, and how far back each question reaches. */
    public record Since(String field, String parameter, String overlap) {
        Duration reach() {
            return Duration.parse(overlap);
        }
    }

    /** The listing of keys and how often it is read. */
    public record Keys(String path, String every) {
        Duration pause() {
            return Duration.parse(every);
        }
    }

    public HttpDescription {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format must be " + FORMAT);
        }
        Objects.requireNonNull(paging, "paging is missing");
        Objects.requireNonNull(answer, "answer is missing");
        tables = List.copyOf(Objects.requireNonNull(tables, "tables are missing"));
        Duration.parse(every == null ? "PT10S" : every);
        Duration.parse(full == null ? "PT1H" : full);
    }

    Duration pause() {
        return Duration.parse(every == null ? "PT10S" : every);
    }

    Duration fullPause() {
        return Duration.parse(full == null ? "PT1H" : full);
    }

    boolean allowsMassDeletion() {
        return "any".equals(deletes);
    }
}
