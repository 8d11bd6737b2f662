package org.citybrain.streaming.pool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.paimon.disk.IOManager;
import org.apache.paimon.memory.HeapMemorySegmentPool;
import org.apache.paimon.memory.MemoryPoolFactory;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.TableWriteImpl;

/** What all writers of one task share, so that memory is bounded whatever the number of tables. */
final class WriterSupplies implements AutoCloseable {
    /** Names our commits; stable, so that a restart finds what was committed. */
    static final String COMMIT_USER = "citybrain-intake";

    private static final long BUFFER_BYTES = 160L << 20;
    // a table that is written to holds three pages at least: a thousand of them fit
    private static final int PAGE_BYTES = 32 << 10;

    /** Batches on their way to SOURCE; small pages, for every open table may hold one. */
    private static final long BATCH_BYTES = 32L << 20;

    private static final int BATCH_PAGE_BYTES = 4 << 10;

    private final IOManager disk;
    private final MemoryPoolFactory memory = new MemoryPoolFactory(new HeapMemorySegmentPool(BUFFER_BYTES, PAGE_BYTES));
    private final MemoryPoolFactory batchMemory =
            new MemoryPoolFactory(new HeapMemorySegmentPool(BATCH_BYTES, BATCH_PAGE_BYTES));
    private final ExecutorService compactions = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pool-compaction").factory());

    WriterSupplies(String[] scratchFolders) {
        disk = IOManager.create(scratchFolders);
    }

    /** A writer for the table. */
    TableWriteImpl<?> newWrite(FileStoreTable table) {
        return table.newWrite(COMMIT_USER)
                .withIOManager(disk)
                .withMemoryPoolFactory(table.primaryKeys().isEmpty() ? batchMemory : memory)
                .withCompactExecutor(compactions);
    }

    @Override
    public void close() throws Exception {
        compactions.shutdownNow();
        disk.close();
    }
}
