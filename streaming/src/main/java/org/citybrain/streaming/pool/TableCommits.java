package org.citybrain.streaming.pool;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.TableCommitImpl;

/**
 * The tables to which commits go, kept open while they are in use. Several threads may commit at once, each to tables of its
 * own: one table's commits must come one after the other.
 */
final class TableCommits implements AutoCloseable {
    /** A bound on memory, far above what one city writes to at once: some 10 KiB each. */
    private static final int MOST_OPEN = 4_096;
    /** A table that had no commit in so many checkpoints is closed. */
    private static final int IDLE_CHECKPOINTS = 2;
    /** Old snapshots are removed at one commit in so many; a single time removes up to 50 of them. */
    private static final int EXPIRE_ONE_IN = 16;

    private final PoolTables tables;
    private final Map<String, Open> open = new LinkedHashMap<>(16, 0.75f, true);

    TableCommits(PoolTables tables) {
        this.tables = tables;
    }

    private record Open(FileStoreTable table, TableCommitImpl commit, long checkpoint) {}

    /**
     * Commits to a table what checkpoints contain of it.
     *
     * @param afterRestart leaves out what a snapshot has already
     * @return how many of the checkpoints were committed
     */
    int commit(String name, List<ManifestCommittable> checkpoints, boolean afterRestart) throws Exception {
        long newest = checkpoints.getLast().identifier();
        Open table = open(name, newest);
        int made = checkpoints.size();
        if (afterRestart) {
            made = table.commit.filterAndCommitMultiple(checkpoints);
        } else {
            table.commit.commitMultiple(checkpoints, false);
        }
        // by number and name: then it comes for tables too that are closed between two commits
        if (Math.floorMod(newest + name.hashCode(), EXPIRE_ONE_IN) == 0) {
            table.table
                    .newExpireSnapshots()
                    .config(table.table.coreOptions().expireConfig())
                    .expire();
        }
        return made;
    }

    private synchronized Open open(String name, long checkpoint) throws Exception {
        Open known = open.get(name);
        if (known == null) {
            // whoever only writes leaves the removal of old snapshots to others, that is to the line above
            FileStoreTable table = tables.get(Identifier.fromString(name)).copy(Map.of("write-only", "true"));
            known = new Open(table, table.newCommit(WriterSupplies.COMMIT_USER).ignoreEmptyCommit(true), checkpoint);
        } else {
            known = new Open(known.table, known.commit, checkpoint);
        }
        open.put(name, known);
        return known;
    }

    /** Closes tables that were not committed to for a while; nobody may commit meanwhile. */
    synchronized void closeIdle(long checkpoint) throws Exception {
        Iterator<Open> eldestFirst = open.values().iterator();
        while (eldestFirst.hasNext()) {
            Open eldest = eldestFirst.next();
            if (eldest.checkpoint >= checkpoint - IDLE_CHECKPOINTS && open.size() <= MOST_OPEN) {
                return;
            }
            eldest.commit.close();
            eldestFirst.remove();
        }
    }

    @Override
    public synchronized void close() throws Exception {
        for (Open table : open.values()) {
            table.commit.close();
        }
        open.clear();
    }
}
