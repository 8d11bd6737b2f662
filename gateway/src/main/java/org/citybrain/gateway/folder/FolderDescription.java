package org.citybrain.gateway.folder;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citybrain.gateway.declared.DeclaredField;
import org.jspecify.annotations.Nullable;

/**
 * What a department says of the files that it delivers: {@code citybrain.yaml} in the folder.
 *
 * @param format always {@code citybrain-folder/1}
 */
public record FolderDescription(String format, List<Table> tables) {
    /** Name of the file in the delivery folder. */
    public static final String FILE = "citybrain.yaml";

    private static final String FORMAT = "citybrain-folder/1";

    /**
     * One table.
     *
     * @param file name of the file with all of its rows; a {@code *} stands for a rising number
     * @param changes name of the files with later changes, with a {@code *}; null when there are none
     * @param operation which column of a change file tells what happened; needed with {@code changes}
     * @param sheet of an XLSX file; null for the first visible one
     * @param headerRow row number of the heading, from 1; null to look for it
     */
    public record Table(
            String table,
            String file,
            @Nullable String changes,
            @Nullable Operation operation,
            @Nullable String sheet,
            @Nullable Integer headerRow,
            List<DeclaredField> fields) {
        public Table {
            Objects.requireNonNull(table, "a table has a name");
            Objects.requireNonNull(file, "table " + table + " needs file");
            fields = List.copyOf(Objects.requireNonNull(fields, "table " + table + " needs fields"));
            if (fields.stream().noneMatch(DeclaredField::key)) {
                throw new IllegalArgumentException("table " + table + " needs a field with key: true");
            }
            if (changes != null && (operation == null || !changes.contains("*") || !file.contains("*"))) {
                throw new IllegalArgumentException(
                        "table " + table + ": changes needs operation, and a * in both file names");
            }
        }

        /** The files with all of the table's rows, by number; 0 where its name has none. */
        public NavigableMap<Long, Path> whole(Path folder, List<Path> files) {
            return numbered(folder, files, pattern(file));
        }

        /** The files with later changes, by number. */
        public NavigableMap<Long, Path> changed(Path folder, List<Path> files) {
            return changes == null ? new TreeMap<>() : numbered(folder, files, pattern(changes));
        }

        private static NavigableMap<Long, Path> numbered(Path folder, List<Path> files, Pattern pattern) {
            TreeMap<Long, Path> numbered = new TreeMap<>();
            for (Path file : files) {
                Matcher matcher = pattern.matcher(folder.relativize(file).toString());
                if (matcher.matches()) {
                    numbered.put(matcher.group(1).isEmpty() ? 0 : Long.parseLong(matcher.group(1)), file);
                }
            }
            return numbered;
        }

        private static Pattern pattern(String name) {
            int star = name.indexOf('*');
            return star < 0
                    ? Pattern.compile(Pattern.quote(name) + "()")
                    : Pattern.compile(Pattern.quote(name.substring(0, star)) + "(\\d{1,18})"
                            + Pattern.quote(name.substring(star + 1)));
        }
    }

    /** The column of a change file that says what happened, and its words. */
    public record Operation(String column, List<String> insert, List<String> update, List<String> delete) {
        public Operation {
            Objects.requireNonNull(column, "operation needs column");
            insert = List.copyOf(Objects.requireNonNull(insert, "operation needs insert"));
            update = List.copyOf(Objects.requireNonNull(update, "operation needs update"));
            delete = List.copyOf(Objects.requireNonNull(delete, "operation needs delete"));
        }
    }

    public FolderDescription {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format must be " + FORMAT);
        }
        tables = List.copyOf(Objects.requireNonNull(tables, "tables are missing"));
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            if (!names.add(table.table())) {
                throw new IllegalArgumentException("table " + table.table() + " stands twice");
            }
        }
    }
}
