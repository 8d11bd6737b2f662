package org.citybrain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.kernel.batch.ChangeRecord;

/** The rows of a table on both sides: as its source has them, and as they stand after everything that was received. */
public final class BothSides {
    private BothSides() {}

    /** All rows of a table, every value as the database prints it, in one order. */
    public static List<List<String>> source(Connection source, String table) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
        }
        return ordered(rows);
    }

    /**
     * What stands after changes, as intake does it, in the same order.
     *
     * @param keyColumns so many columns at the head of a row are its key; 0 where the whole row is, and may stand twice
     */
    public static List<List<String>> received(List<ChangeRecord> changes, int keyColumns) {
        return ordered(keyColumns == 0 ? keyless(changes) : keyed(changes, keyColumns));
    }

    /** What stands after changes by their own keys; none may begin twice, or end or change without standing. */
    public static List<List<String>> standing(List<ChangeRecord> changes) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        for (ChangeRecord change : changes) {
            boolean begins = change.op() == 'c' || change.op() == 'r';
            assertThat(rows.containsKey(change.key()))
                    .as("stands before %s", change)
                    .isNotEqualTo(begins);
            if (change.after() == null) {
                rows.remove(change.key());
            } else {
                rows.put(change.key(), change.after());
            }
        }
        return ordered(rows.values());
    }

    private static List<List<String>> keyless(List<ChangeRecord> changes) {
        List<List<String>> rows = new ArrayList<>();
        for (ChangeRecord change : changes) {
            if (change.before() != null) {
                assertThat(rows.remove(change.before()))
                        .as("a row that stood ends")
                        .isTrue();
            }
            if (change.after() != null) {
                rows.add(change.after());
            }
        }
        return rows;
    }

    private static Collection<List<String>> keyed(List<ChangeRecord> changes, int keyColumns) {
        Map<List<String>, List<String>> rows = new HashMap<>();
        for (ChangeRecord change : changes) {
            if (change.before() != null) {
                rows.remove(change.before().subList(0, keyColumns));
            }
            if (change.after() != null) {
                rows.put(change.after().subList(0, keyColumns), change.after());
            }
        }
        return rows.values();
    }

    private static List<List<String>> ordered(Collection<List<String>> rows) {
        return rows.stream().sorted(Comparator.comparing(List::toString)).toList();
    }
}
