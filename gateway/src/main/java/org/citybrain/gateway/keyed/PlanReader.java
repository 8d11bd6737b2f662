package org.citybrain.gateway.keyed;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Reads a plan's changes in order. */
final class PlanReader implements Closeable {
    private final DataInputStream in;
    private final KeyedTable.Plan plan;

    /** One change with the schema it follows: the old one for the end of a row of an older schema. */
    record Change(ChangeRecord record, SchemaVersion schema) {}

    PlanReader(Path file, KeyedTable.Plan plan) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        this.plan = plan;
    }

    /** The next change, null at the end. */
    @Nullable
    Change next() throws IOException {
        boolean old;
        try {
            old = in.readBoolean();
        } catch (EOFException e) {
            return null;
        }
        SchemaVersion before = plan.before();
        SchemaVersion schema = old && before != null ? before : plan.next().schema();
        return new Change(ChangeRecord.decode(Entry.block(in)), schema);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
