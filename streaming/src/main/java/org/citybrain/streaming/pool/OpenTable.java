package org.citybrain.streaming.pool;

import java.util.List;
import org.apache.paimon.data.InternalRow;
import org.apache.paimon.operation.FileStoreWrite;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.table.sink.CommitMessageImpl;
import org.apache.paimon.table.sink.TableWriteImpl;

/** One Paimon table with its writer. */
final class OpenTable implements AutoCloseable {
    private static final int ONLY_BUCKET = 0;

    private final WriterSupplies supplies;
    private FileStoreTable table;
    private TableWriteImpl<?> write;
    private long writtenIn;

    OpenTable(FileStoreTable table, WriterSupplies supplies) {
        this.table = table;
        this.supplies = supplies;
        this.write = supplies.newWrite(table);
    }

    FileStoreTable table() {
        return table;
    }

    /** Writes a row for the checkpoint that comes next. */
    void write(InternalRow row, long nextCheckpoint) throws Exception {
        write.write(row, ONLY_BUCKET);
        writtenIn = nextCheckpoint;
    }

    /** Goes on with a newer schema; what was written so far stays with the writer. */
    void replace(FileStoreTable newer) throws Exception {
        swap(write, newer);
        table = newer;
    }

    private <T> void swap(TableWriteImpl<T> old, FileStoreTable newer) throws Exception {
        List<FileStoreWrite.State<T>> state = old.checkpoint();
        old.close();
        @SuppressWarnings("unchecked")
        TableWriteImpl<T> fresh = (TableWriteImpl<T>) supplies.newWrite(newer);
        fresh.restore(state);
        write = fresh;
    }

    /** What the checkpoint must commit; compactions under way go into a later one. */
    List<CommitMessage> prepareCommit(long checkpoint) throws Exception {
        // an empty commit leaves no snapshot, so a restart could never tell whether it was made
        return write.prepareCommit(false, checkpoint).stream()
                .filter(message -> !((CommitMessageImpl) message).isEmpty())
                .toList();
    }

    /** Whether nothing was written since the checkpoint, so that everything is committed and the writer may go. */
    boolean isIdleSince(long checkpoint) {
        return writtenIn < checkpoint;
    }

    @Override
    public void close() throws Exception {
        write.close();
    }
}
