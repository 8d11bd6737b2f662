package org.citybrain.streaming.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.ExplainFormat;
import org.apache.flink.table.api.SqlParserException;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.SinkModifyOperation;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.wire.SqlFile;

/**
 * Lets only one kind of SQL through, judged on Flink's resolved plan and not by text (seam 10): one INSERT INTO
 * candidates SELECT over granted tables and columns, without a clock. Tables and columns that were not granted do not
 * exist in the environment, so there is no way of writing that reaches them.
 */
final class SqlGuard {
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern UNSTEADY = Pattern.compile("\\b(NOW|CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_TIME"
            + "|LOCALTIMESTAMP|LOCALTIME|CURRENT_ROW_TIMESTAMP|PROCTIME|UUID|RAND|RAND_INTEGER)\\b(?!=)"
            + "|\\bUNIX_TIMESTAMP\\(\\)");
    private static final Pattern NO_TABLE = Pattern.compile("Object '([^']+)'(?: not found)?(?: within '([^']+)')?");
    private static final Pattern NO_COLUMN = Pattern.compile("Column '([^']+)' not found");
    private static final Pattern BAD_COLUMNS =
            Pattern.compile("Column types of query result and sink|Different number of columns", Pattern.DOTALL);

    private final TableEnvironmentImpl tables;

    SqlGuard(TableEnvironmentImpl tables) {
        this.tables = tables;
    }

    /** The query of a file, or the findings for which it is refused. */
    Optional<Table> admit(SqlFile file, Consumer<Finding> findings) {
        try {
            List<Operation> operations = tables.getParser().parse(file.text());
            if (operations.size() != 1
                    || !(operations.getFirst() instanceof SinkModifyOperation insert)
                    || insert.isOverwrite()
                    || !isCandidates(insert)) {
                findings.accept(StreamFault.NOT_ONE_INSERT.in(file.file(), kinds(operations)));
                return Optional.empty();
            }
            List<String> unsteady = unsteady(tables.explainInternal(operations, ExplainFormat.TEXT));
            unsteady.forEach(name -> findings.accept(StreamFault.CLOCK.in(file.file(), name)));
            return unsteady.isEmpty() ? Optional.of(tables.createTable(insert.getChild())) : Optional.empty();
        } catch (SqlParserException | ValidationException | TableException e) {
            findings.accept(fault(file, e));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            // Flink's parser takes one statement only
            findings.accept(StreamFault.NOT_ONE_INSERT.in(file.file(), firstLine(e)));
            return Optional.empty();
        }
    }

    private static boolean isCandidates(SinkModifyOperation insert) {
        return insert.getContextResolvedTable().getIdentifier().getObjectName().equals(SceneGraph.CANDIDATES);
    }

    private static String kinds(List<Operation> operations) {
        List<String> kinds = new ArrayList<>();
        operations.forEach(operation -> kinds.add(operation.getClass().getSimpleName()));
        return String.join(", ", kinds);
    }

    /** Names of functions in the resolved plan that do not give the same answer to the same rows. */
    private static List<String> unsteady(String explained) {
        int end = explained.indexOf("== Optimized");
        String plan = end < 0 ? explained : explained.substring(0, end);
        Matcher found = UNSTEADY.matcher(LITERAL.matcher(plan).replaceAll("''"));
        TreeSet<String> names = new TreeSet<>();
        while (found.find()) {
            names.add(found.group());
        }
        return List.copyOf(names);
    }

    private static Finding fault(SqlFile file, RuntimeException e) {
        String text = all(e);
        Matcher table = NO_TABLE.matcher(text);
        if (table.find()) {
            String within = table.group(2) == null ? "" : table.group(2) + ".";
            return StreamFault.TABLE_NOT_GRANTED.in(file.file(), within + table.group(1));
        }
        Matcher column = NO_COLUMN.matcher(text);
        if (column.find()) {
            return StreamFault.FIELD_NOT_GRANTED.in(file.file(), column.group(1));
        }
        if (BAD_COLUMNS.matcher(text).find()) {
            return StreamFault.COLUMNS.in(file.file(), firstLine(e));
        }
        return StreamFault.BAD_SQL.in(file.file(), text.lines().findFirst().orElse(""));
    }

    private static String all(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            text.append(t.getMessage()).append('\n');
        }
        return text.toString();
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
