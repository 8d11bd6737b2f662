package org.citybrain.gateway.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.citybrain.gateway.keyed.Entry;
import org.citybrain.gateway.keyed.EntrySorter;
import org.citybrain.kernel.batch.Tuple;
import org.jspecify.annotations.Nullable;

/** Turns a file's rows into the entries of a delivery. */
final class FileDelivery implements Taker {
    private final Function<List<String>, @Nullable RowShape> shapes;
    private final EntrySorter entries;
    private final FileFindings findings;
    private @Nullable RowShape shape;
    private boolean unknownKeys;

    /** Rows go to the sorter; the shape is asked for once the columns are known, null when they are of no use. */
    FileDelivery(Function<List<String>, @Nullable RowShape> shapes, EntrySorter entries, FileFindings findings) {
        this.shapes = shapes;
        this.entries = entries;
        this.findings = findings;
    }

    /** How the rows are read; null when the file gave no usable columns. */
    @Nullable
    RowShape shape() {
        return shape;
    }

    /** Whether a row was set aside of which nobody knows whose it is. */
    boolean hasUnknownKeys() {
        return unknownKeys;
    }

    @Override
    public boolean columns(List<String> names) {
        shape = shapes.apply(names);
        return shape != null;
    }

    @Override
    public void row(int line, List<String> row) {
        RowShape form = form();
        List<@Nullable String> values = form.values(row);
        List<@Nullable String> key = form.key(values);
        if (key == null) {
            findings.blankKey(line, form.keyName());
            unknownKeys = true;
            return;
        }
        String place = findings.file() + ":" + line;
        byte[] keyTuple = Tuple.encode(key);
        FolderDescription.Operation operation = form.operation();
        String what = operation == null ? "" : row.get(form.operationAt()).strip();
        if (operation != null && operation.delete().contains(what)) {
            add(Entry.delete(keyTuple, entries.count(), place));
        } else if (operation == null
                || operation.insert().contains(what)
                || operation.update().contains(what)) {
            add(Entry.row(keyTuple, entries.count(), place, Tuple.encode(values)));
        } else {
            findings.operation(line, operation.column());
        }
    }

    @Override
    public void bad(int line, List<@Nullable String> row) {
        RowShape form = form();
        List<@Nullable String> key = row.isEmpty() || !form.schema().isKeyed() ? null : form.key(form.values(row));
        if (key == null) {
            unknownKeys = true;
        } else {
            add(Entry.keep(Tuple.encode(key), entries.count(), findings.file() + ":" + line));
        }
    }

    private RowShape form() {
        return Objects.requireNonNull(shape, "columns come before rows");
    }

    private void add(Entry entry) {
        try {
            entries.add(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot order the rows of " + findings.file(), e);
        }
    }
}
