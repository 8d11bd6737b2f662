package org.citybrain.streaming.pool;

import java.util.List;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.reader.RecordReader;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.source.ReadBuilder;
import org.citybrain.kernel.batch.ChangeRecord;
import org.citybrain.kernel.batch.MalformedBatchException;
import org.citybrain.kernel.batch.SignedBatch;

/** Reads a resource's SOURCE table: every change that ever came, as it came, out of the signed batches that it keeps. */
public final class SourceReader {
    private static final int VERSION = 2;
    private static final int BATCH = 4;
    private static final int KNOWN = 5;

    private final FileStoreTable table;

    public SourceReader(FileStoreTable table) {
        this.table = table;
    }

    /**
     * One change.
     *
     * @param batch the signed batch that brought it
     * @param row its arrival index in the batch
     * @param version schema version of its rows
     * @param knownTimeMicros when intake read the batch, epoch microseconds
     */
    public record SourceRow(ChangeRecord change, SignedBatch batch, int row, int version, long knownTimeMicros) {}

    /** Takes changes; may be slow, reading waits. */
    public interface RowSink {
        /** The next change. */
        void accept(SourceRow row) throws Exception;
    }

    /** Reads all changes of the newest snapshot: those of one batch in their order, batches in no order. */
    public void read(RowSink out) throws Exception {
        ReadBuilder builder = table.newReadBuilder();
        try (RecordReader<InternalRow> reader =
                builder.newRead().createReader(builder.newScan().plan())) {
            RecordReader.RecordIterator<InternalRow> rows = reader.readBatch();
            while (rows != null) {
                for (InternalRow row = rows.next(); row != null; row = rows.next()) {
                    hand(row, out);
                }
                rows.releaseBatch();
                rows = reader.readBatch();
            }
        }
    }

    private static void hand(InternalRow row, RowSink out) throws Exception {
        SignedBatch batch = SignedBatch.decode(row.getBinary(BATCH));
        List<byte[]> records = batch.records();
        for (int i = 0; i < records.size(); i++) {
            try {
                ChangeRecord change = ChangeRecord.decode(records.get(i));
                out.accept(new SourceRow(
                        change,
                        batch,
                        i,
                        row.getInt(VERSION),
                        row.getTimestamp(KNOWN, 6).toMicros()));
            } catch (MalformedBatchException unreadable) {
                // set aside with a finding when it came; its bytes stay in the batch
                continue;
            }
        }
    }
}
