package org.citybrain.streaming.pool;

import org.apache.paimon.data.BinaryRow;
import org.apache.paimon.data.BinaryRowWriter;
import org.apache.paimon.data.Timestamp;
import org.citybrain.kernel.batch.SignedBatch;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.streaming.rows.Parcel;

/**
 * Makes rows of SOURCE, in the form in which writers buffer them: given any other, each writer would keep a buffer of its own
 * as large as the largest batch it has seen. For one thread.
 */
final class BatchRows {
    private static final int COLUMNS = 6;
    private static final int TIMESTAMP_DIGITS = 6;

    private final BinaryRow row = new BinaryRow(COLUMNS);
    private final BinaryRowWriter writer = new BinaryRowWriter(row);

    /** What SOURCE keeps of a batch: its bytes as they came, signature and faulty rows among them. Good until the next one. */
    BinaryRow row(Parcel parcel, SignedBatch batch, SchemaVersion version) {
        return row(
                parcel.lane(),
                parcel.sequence(),
                version.version(),
                batch.records().size(),
                parcel.batch(),
                Timestamp.fromMicros(parcel.arrival().receivedAtMicros()));
    }

    /** The same from its columns. */
    BinaryRow row(int lane, long sequence, int version, int rows, byte[] batch, Timestamp known) {
        writer.reset();
        writer.writeInt(0, lane);
        writer.writeLong(1, sequence);
        writer.writeInt(2, version);
        writer.writeInt(3, rows);
        writer.writeBinary(4, batch, 0, batch.length);
        writer.writeTimestamp(5, known, TIMESTAMP_DIGITS);
        writer.complete();
        return row;
    }
}
