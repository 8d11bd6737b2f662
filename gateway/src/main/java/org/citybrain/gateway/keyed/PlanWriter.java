package org.citybrain.gateway.keyed;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Writes a plan's changes and the rows that stand after it; both are on disk when it is closed. */
final class PlanWriter implements Closeable {
    private final Delivery delivery;
    private final @Nullable SchemaVersion before;
    private final FileOutputStream changesFile;
    private final FileOutputStream rowsFile;
    private final DataOutputStream changes;
    private final DataOutputStream rows;

    PlanWriter(Path changesPath, Path rowsPath, Delivery delivery, @Nullable SchemaVersion before) throws IOException {
        this.delivery = delivery;
        this.before = before;
        Files.deleteIfExists(changesPath);
        Files.deleteIfExists(rowsPath);
        changesFile = new FileOutputStream(changesPath.toFile());
        rowsFile = new FileOutputStream(rowsPath.toFile());
        changes = new DataOutputStream(new BufferedOutputStream(changesFile, 1 << 16));
        rows = new DataOutputStream(new BufferedOutputStream(rowsFile, 1 << 16));
    }

    /** Whether rows that were sent follow another schema than the delivery. */
    boolean isNewSchema() {
        return before != null && before.fingerprint() != delivery.schema().fingerprint();
    }

    void stands(byte[] key, byte[] tuple) throws IOException {
        Entry.block(rows, key);
        Entry.block(rows, tuple);
    }

    void created(Entry entry) throws IOException {
        char op = before == null ? 'r' : 'c';
        change(false, op, entry.place(), delivery.schema(), null, Tuple.decode(entry.tuple()));
    }

    void updated(byte[] was, Entry entry) throws IOException {
        List<@Nullable String> from = was.length == 0 ? null : Tuple.decode(was);
        change(false, 'u', entry.place(), delivery.schema(), from, Tuple.decode(entry.tuple()));
    }

    /** The end of a row, after the schema that it was sent with; of a row whose key alone is known, with nothing else. */
    void deleted(StandingRows.Row row, String place) throws IOException {
        List<@Nullable String> key = Tuple.decode(row.key());
        SchemaVersion schema = schemaOf(row, key);
        List<@Nullable String> was = row.tuple().length == 0 ? keyAlone(schema, key) : Tuple.decode(row.tuple());
        change(schema != delivery.schema(), 'd', place, schema, was, null);
    }

    // a row known by its key alone may have been sent after either, where a load of another key was cut off
    private SchemaVersion schemaOf(StandingRows.Row row, List<@Nullable String> key) {
        if (before == null || !isNewSchema()) {
            return delivery.schema();
        }
        return row.tuple().length > 0 || before.keyPositions().length == key.size() ? before : delivery.schema();
    }

    private static List<@Nullable String> keyAlone(SchemaVersion schema, List<@Nullable String> key) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            row.add(null);
        }
        int[] places = schema.keyPositions();
        for (int i = 0; i < Math.min(places.length, key.size()); i++) {
            row.set(places[i], key.get(i));
        }
        return row;
    }

    private void change(
            boolean old,
            char op,
            String place,
            SchemaVersion schema,
            @Nullable List<@Nullable String> from,
            @Nullable List<@Nullable String> to)
            throws IOException {
        changes.writeBoolean(old);
        Entry.block(
                changes,
                ChangeRecord.of(op, delivery.timeMicros(), place, schema, from, to)
                        .encode());
    }

    @Override
    public void close() throws IOException {
        changes.flush();
        rows.flush();
        changesFile.getFD().sync();
        rowsFile.getFD().sync();
        changes.close();
        rows.close();
    }
}
