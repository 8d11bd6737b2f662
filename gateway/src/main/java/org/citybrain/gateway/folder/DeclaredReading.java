package org.citybrain.gateway.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * A look at the newest whole file of a declared table, as the folder's source will read it.
 *
 * @param file null where none was delivered yet
 * @param schema as declared
 * @param sample the first rows
 */
public record DeclaredReading(
        @Nullable Path file,
        SchemaVersion schema,
        long rows,
        int badRows,
        List<List<@Nullable String>> sample,
        List<Finding> findings) {
    private static final int SAMPLE = 1_000;

    /** Looks; what is wrong in the file is a finding. */
    public static DeclaredReading of(FolderDescription.Table table, Path folder, List<Path> files) throws IOException {
        SchemaVersion schema = org.citybrain.gateway.declared.DeclaredField.schema(table.fields());
        var newest = table.whole(folder, files).lastEntry();
        if (newest == null) {
            return new DeclaredReading(null, schema, 0, 0, List.of(), List.of());
        }
        String name = folder.relativize(newest.getValue()).toString();
        FileFindings findings = new FileFindings(name);
        Counter counter = new Counter(table, findings);
        try (Spool spool = Spool.of(newest.getValue(), Path.of(System.getProperty("java.io.tmpdir")))) {
            new DeliveredFile(spool, name).read(table, findings, counter);
        }
        return new DeclaredReading(
                newest.getValue(), schema, counter.rows, findings.badRows(), counter.sample, findings.all());
    }

    private static final class Counter implements Taker {
        private final FolderDescription.Table table;
        private final FileFindings findings;
        private final List<List<@Nullable String>> sample = new ArrayList<>();
        private @Nullable RowShape shape;
        private long rows;

        Counter(FolderDescription.Table table, FileFindings findings) {
            this.table = table;
            this.findings = findings;
        }

        @Override
        public boolean columns(List<String> names) {
            shape = RowShape.declared(table, null, names, findings);
            return shape != null;
        }

        @Override
        public void row(int line, List<String> values) {
            RowShape form = java.util.Objects.requireNonNull(shape, "columns come before rows");
            List<@Nullable String> row = form.values(values);
            if (form.key(row) == null) {
                findings.blankKey(line, form.keyName());
                return;
            }
            rows++;
            if (sample.size() < SAMPLE) {
                sample.add(row);
            }
        }

        @Override
        public void bad(int line, List<@Nullable String> values) {
            // counted by the findings
        }
    }
}
