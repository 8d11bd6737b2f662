package org.citybrain.gateway.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citybrain.gateway.binlog.LoggedStatement;
import org.citybrain.kernel.schema.FieldSpec;

/**
 * An ALTER TABLE of the log, and whether it may have given other values to rows that stood before it: of those the log says
 * nothing else. What is not known to leave them alone counts as having touched them.
 */
final class TableAlteration {
    private static final Set<String> HARMLESS = Set.of(
            "ENABLE",
            "DISABLE",
            "COMMENT",
            "AUTO_INCREMENT",
            "ROW_FORMAT",
            "ORDER",
            "DEFAULT",
            "CHARACTER",
            "CHARSET",
            "COLLATE",
            "ALGORITHM",
            "LOCK",
            "FORCE",
            "KEY_BLOCK_SIZE",
            "CHECKSUM",
            "PAGE_COMPRESSED",
            "STATS_PERSISTENT",
            "STATS_AUTO_RECALC",
            "STATS_SAMPLE_PAGES",
            "MAX_ROWS",
            "MIN_ROWS",
            "AVG_ROW_LENGTH",
            "PACK_KEYS",
            "DELAY_KEY_WRITE",
            "ENCRYPTED",
            "ENCRYPTION_KEY_ID",
            "ALTER",
            "PARTITION",
            "REMOVE",
            "REORGANIZE",
            "REBUILD",
            "COALESCE",
            "ANALYZE",
            "OPTIMIZE");
    private static final String KEY = "PRIMARY KEY";
    private static final Pattern ALTER = Pattern.compile("(?i)\\bALTER\\b");
    private static final Pattern TEXT = Pattern.compile("(?:var)?char|(?:tiny|medium|long)?text|enum|set");
    private static final String[] ENGINES = {"INNODB", "ARIA", "MYISAM"};
    private static final String[] INDEXES = {
        "INDEX", "KEY", "UNIQUE", "FULLTEXT", "SPATIAL", "PRIMARY", "CONSTRAINT", "FOREIGN", "CHECK", "PARTITION"
    };

    private final String id;
    private final boolean ignoring;
    private final List<List<SqlWords.Word>> clauses;
    private final LoggedStatement statement;

    private TableAlteration(String id, boolean ignoring, List<List<SqlWords.Word>> clauses, LoggedStatement statement) {
        this.id = id;
        this.ignoring = ignoring;
        this.clauses = clauses;
        this.statement = statement;
    }

    /** Reads a statement; empty when it alters no table. */
    static Optional<TableAlteration> of(LoggedStatement statement) {
        if (!ALTER.matcher(statement.sql()).find()) {
            return Optional.empty();
        }
        Clause words = new Clause(SqlWords.of(statement.sql(), statement.hasAnsiQuotes()));
        if (words.skips("SET") && words.skips("STATEMENT")) {
            words.skipPast("FOR");
        }
        if (!words.skips("ALTER")) {
            return Optional.empty();
        }
        words.skips("ONLINE");
        boolean ignoring = words.skips("IGNORE");
        if (!words.skips("TABLE")) {
            return Optional.empty();
        }
        words.skipsIfExists();
        String id = name(words, statement);
        if (words.skips("WAIT")) {
            words.next();
        }
        words.skips("NOWAIT");
        return Optional.of(new TableAlteration(id, ignoring, SqlWords.listed(words.rest()), statement));
    }

    /** Database and name of the table, and of those that a partition is exchanged with. */
    List<String> tables() {
        List<String> tables = new ArrayList<>(List.of(id));
        for (List<SqlWords.Word> words : clauses) {
            Clause clause = new Clause(words);
            if (clause.begins("EXCHANGE", "CONVERT")) {
                clause.skipPast("TABLE");
                tables.add(name(clause, statement));
            }
        }
        return tables;
    }

    private static String name(Clause words, LoggedStatement statement) {
        String name = words.next();
        return words.skips(".") ? name + "." + words.next() : statement.database() + "." + name;
    }

    /**
     * Columns, or the words of a clause that concerns none, by which old rows may read other than they were sent; empty when
     * every one of them reads as it did.
     *
     * @param sent the table as the rows were sent
     */
    List<String> rewrites(MariaDbTable sent) {
        List<String> rewritten = new ArrayList<>();
        if (ignoring) {
            rewritten.add("IGNORE");
        }
        for (List<SqlWords.Word> words : clauses) {
            Clause clause = new Clause(words);
            String told = clause.told();
            if (concernsKey(words, sent)) {
                rewritten.add(KEY);
            }
            if (words.isEmpty() || clause.begins(";")) {
                continue;
            }
            if (clause.skips("ADD")) {
                added(clause, sent, rewritten);
            } else if (clause.skips("MODIFY")) {
                passColumn(clause);
                retyped(clause.next(), clause, sent, rewritten);
            } else if (clause.skips("CHANGE")) {
                passColumn(clause);
                String old = clause.next();
                String name = clause.next();
                if (!name.equals(old)) {
                    rewritten.add(name);
                }
                retyped(old, clause, sent, rewritten);
            } else if (clause.skips("RENAME")) {
                renamed(clause, rewritten);
            } else if (!isHarmless(clause, sent)) {
                rewritten.add(told);
            }
        }
        return rewritten.stream().distinct().toList();
    }

    private static void passColumn(Clause clause) {
        clause.skips("COLUMN");
        clause.skipsIfExists();
    }

    // rows that were sent may be known by another key
    private static boolean concernsKey(List<SqlWords.Word> words, MariaDbTable sent) {
        if (words.stream().anyMatch(word -> word.is("PRIMARY"))) {
            return true;
        }
        Clause clause = new Clause(words);
        boolean drops = clause.begins("DROP");
        boolean changes = clause.begins("CHANGE");
        if (!drops && !changes && !clause.begins("ADD", "MODIFY")) {
            return false;
        }
        clause.next();
        if (clause.begins(INDEXES)) {
            return false;
        }
        passColumn(clause);
        String name = clause.next();
        if (drops) {
            return field(sent, name).filter(FieldSpec::key).isPresent();
        }
        if (changes) {
            clause.next();
        }
        return new ColumnDefinition(clause.rest()).isKey();
    }

    private boolean isHarmless(Clause clause, MariaDbTable sent) {
        if (clause.skips("DROP")) {
            return !clause.begins("PARTITION", "SYSTEM");
        }
        if (clause.skips("ENGINE")) {
            clause.skips("=");
            return clause.begins(ENGINES);
        }
        if (clause.begins("CONVERT")) {
            // characters that the new set lacks are refused, or else become question marks
            return clause.isSecond("TO") && isStrict(sent);
        }
        return HARMLESS.contains(clause.first());
    }

    private boolean isStrict(MariaDbTable sent) {
        return statement.isStrict(sent.transactional());
    }

    private static void renamed(Clause clause, List<String> rewritten) {
        if (clause.skips("COLUMN")) {
            clause.skipsIfExists();
            clause.next();
            clause.skips("TO");
            rewritten.add(clause.next());
        }
    }

    private static void added(Clause clause, MariaDbTable sent, List<String> rewritten) {
        if (clause.begins(INDEXES)) {
            return;
        }
        passColumn(clause);
        if (!clause.begins("(")) {
            added(clause.next(), clause, sent, rewritten);
            return;
        }
        for (List<SqlWords.Word> one : SqlWords.listed(clause.inBrackets())) {
            Clause definition = new Clause(one);
            if (!definition.begins(INDEXES)) {
                added(definition.next(), definition, sent, rewritten);
            }
        }
    }

    // one of a name that was sent before was dropped and made again
    private static void added(String name, Clause clause, MariaDbTable sent, List<String> rewritten) {
        if (field(sent, name).isPresent() || new ColumnDefinition(clause.rest()).fills()) {
            rewritten.add(name);
        }
    }

    private void retyped(String name, Clause clause, MariaDbTable sent, List<String> rewritten) {
        FieldSpec old = field(sent, name).orElse(null);
        ColumnDefinition now = new ColumnDefinition(clause.rest());
        if (old == null
                || !old.name().equals(name)
                || now.isComputed()
                || !AlikeTypes.areAlike(old.sourceType(), now.type())
                || !isStrict(sent) && mayBeForced(old, now)) {
            rewritten.add(name);
        }
    }

    // into other characters, or out of emptiness
    private static boolean mayBeForced(FieldSpec old, ColumnDefinition now) {
        return TEXT.matcher(old.sourceType()).lookingAt() || old.nullable() && now.isNeverEmpty();
    }

    private static Optional<FieldSpec> field(MariaDbTable sent, String name) {
        return sent.version().fields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
