package org.citybrain.gateway.capture;

import java.nio.charset.StandardCharsets;
import org.citybrain.gateway.lane.Outbox;
import org.citybrain.gateway.lane.Position;
import org.citybrain.kernel.batch.FieldBytes;
import org.citybrain.kernel.batch.RecordsWriter;
import org.citybrain.kernel.schema.SchemaVersion;

/**
 * Makes whole batches of a first load's rows, from bytes to bytes, and hands them to the outbox. After a kill it goes on
 * behind the last row that the outbox has journalled.
 */
final class LoadBatches {
    private final Outbox outbox;
    private final SourceFindings findings;
    private final String resource;
    private final SchemaVersion version;
    private final int generation;
    private final long takenAtMicros;
    private final int[] keys;
    private final long done;
    private RecordsWriter rows = new RecordsWriter(Outbox.MAX_BATCH_BYTES);
    private long last;

    LoadBatches(
            Outbox outbox,
            SourceFindings findings,
            String resource,
            SchemaVersion version,
            int generation,
            long takenAtMicros) {
        this.outbox = outbox;
        this.findings = findings;
        this.resource = resource;
        this.version = version;
        this.generation = generation;
        this.takenAtMicros = takenAtMicros;
        this.keys = version.keyPositions();
        Position journalled = outbox.lastPosition(resource);
        this.done = journalled.generation() == generation
                ? journalled.order()
                : journalled.generation() > generation ? Long.MAX_VALUE : 0;
    }

    /** Adds a row by its number in the load; one that an earlier run has journalled is passed over. */
    void add(long number, FieldBytes row) throws InterruptedException {
        if (number <= done) {
            return;
        }
        Position position = new Position(generation, 0, number);
        byte[] place = position.toString().getBytes(StandardCharsets.UTF_8);
        int bytes = RecordsWriter.loadedLength(place, keys, row);
        if (bytes > Outbox.MAX_BATCH_BYTES) {
            findings.tooLarge(
                    resource,
                    position.toString(),
                    "A row of " + resource + " has " + bytes + " bytes, more than " + Outbox.MAX_BATCH_BYTES);
            return;
        }
        if (rows.size() + bytes > Outbox.MAX_BATCH_BYTES || rows.count() == Outbox.MAX_BATCH_ROWS) {
            flush();
        }
        rows.addLoaded(takenAtMicros, place, keys, row);
        last = number;
    }

    /** Hands over what is left. */
    void flush() throws InterruptedException {
        if (rows.count() > 0) {
            outbox.appendWhole(resource, version, rows.records(), new Position(generation, 0, last), takenAtMicros);
            rows = new RecordsWriter(Outbox.MAX_BATCH_BYTES);
        }
    }
}
