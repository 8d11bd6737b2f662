package org.citybrain.gateway.keyed;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.batch.Tuple;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which rows stand after everything that was sent of a resource. A row that follows another schema than the one asked for
 * stands with its key alone: an empty tuple.
 */
final class SentRows implements Closeable {
    private static final byte[] KEY_ALONE = {};

    private final SchemaVersion schema;
    private final EntrySorter entries;
    private long sequence;
    private long order;
    private boolean whole = true;

    /** Rows as a schema knows them, ordered in files of the folder under the name. */
    SentRows(Path folder, String name, SchemaVersion schema) {
        this.schema = schema;
        this.entries = new EntrySorter(folder, name + "-recalled");
    }

    /** Takes the next batch; one that came before is passed over. */
    void take(byte[] bytes) throws IOException {
        SignedBatch batch = SignedBatch.decode(bytes);
        long number = batch.header().sequence();
        if (number <= sequence) {
            return;
        }
        whole &= number == sequence + 1;
        sequence = number;
        boolean known = batch.header().schemaFingerprint() == schema.fingerprint();
        for (byte[] record : batch.records()) {
            if (schema.isKeyed()) {
                keyed(ChangeRecord.decode(record), known);
            } else {
                keyless(ChangeRecord.decode(record));
            }
        }
    }

    /** Whether no batch was missing. */
    boolean isWhole() {
        return whole;
    }

    private void keyed(ChangeRecord change, boolean known) throws IOException {
        byte[] key = Tuple.encode(change.key());
        List<@Nullable String> before = change.before();
        if (known && change.op() == 'u' && before != null) {
            byte[] old = Tuple.encode(keyOf(before));
            if (!Arrays.equals(old, key)) {
                entries.add(Entry.delete(old, order++, ""));
            }
        }
        List<@Nullable String> after = change.after();
        entries.add(
                after == null
                        ? Entry.delete(key, order++, "")
                        : Entry.row(key, order++, "", known ? Tuple.encode(after) : KEY_ALONE));
    }

    private List<@Nullable String> keyOf(List<@Nullable String> row) {
        List<@Nullable String> key = new ArrayList<>();
        for (int field : schema.keyPositions()) {
            key.add(row.get(field));
        }
        return key;
    }

    private void keyless(ChangeRecord change) throws IOException {
        if (change.before() != null) {
            entries.add(Entry.delete(wide(change.before()), order++, ""));
        }
        if (change.after() != null) {
            byte[] row = wide(change.after());
            entries.add(Entry.row(row, order++, "", row));
        }
    }

    // to intake a column that was added later and is null is no difference either
    private byte[] wide(List<@Nullable String> row) {
        List<@Nullable String> values = new ArrayList<>(row);
        while (values.size() < schema.fields().size()) {
            values.add(null);
        }
        return Tuple.encode(values);
    }

    /**
     * Writes the rows that stand, in order of key.
     *
     * @return how many
     */
    long write(Path file) throws IOException {
        long written = 0;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            EntrySorter.Source all = entries.sorted();
            Entry entry = all.next();
            while (entry != null) {
                Entry last = entry;
                int standing = 0;
                while (entry != null && Arrays.equals(entry.key(), last.key())) {
                    standing = entry.kind() == Entry.Kind.ROW ? standing + 1 : Math.max(0, standing - 1);
                    last = entry;
                    entry = all.next();
                }
                if (schema.isKeyed()) {
                    standing = last.kind() == Entry.Kind.ROW ? 1 : 0;
                }
                written += standing;
                for (; standing > 0; standing--) {
                    Entry.block(out, last.key());
                    Entry.block(out, schema.isKeyed() ? last.tuple() : last.key());
                }
            }
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
