package org.citybrain.streaming.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.CatalogContext;
import org.apache.paimon.catalog.CatalogFactory;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.Timestamp;
import org.apache.paimon.manifest.ManifestCommittable;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.table.sink.CommitMessage;
import org.apache.paimon.utils.SnapshotManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCommitsTest {
    private static final String RESOURCE = "civil.person";
    private static final Identifier SOURCE = PoolTables.source(RESOURCE);

    private final BatchRows batches = new BatchRows();

    @TempDir
    private Path folder;

    private PoolTables tables;
    private WriterSupplies supplies;
    private OpenTable writer;

    @BeforeEach
    void open() throws Exception {
        tables = PoolTables.open(folder.resolve("pool").toString());
        supplies = new WriterSupplies(new String[] {folder.resolve("scratch").toString()});
        writer = new OpenTable(tables.sourceFor(RESOURCE), supplies);
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        supplies.close();
        tables.close();
    }

    /** What a checkpoint contains of the table: one batch. */
    private ManifestCommittable checkpoint(long number) throws Exception {
        writer.write(batches.row(0, number, 1, 1, new byte[] {1}, Timestamp.fromMicros(0)), number);
        ManifestCommittable checkpoint = new ManifestCommittable(number);
        for (CommitMessage message : writer.prepareCommit(number)) {
            checkpoint.addFileCommittable(message);
        }
        checkpoint.addProperty("lane.0", Long.toString(number));
        return checkpoint;
    }

    private SnapshotManager snapshots() throws Exception {
        return tables.get(SOURCE).snapshotManager();
    }

    private long batches() throws Exception {
        return snapshots().latestSnapshot().totalRecordCount();
    }

    @Test
    void commitsEachCheckpointOnceAlsoWhenARestartBringsItAgain() throws Exception {
        ManifestCommittable first = checkpoint(1);
        ManifestCommittable second = checkpoint(2);
        try (TableCommits commits = new TableCommits(tables)) {
            assertThat(commits.commit(SOURCE.getFullName(), List.of(first), false))
                    .isEqualTo(1);
        }
        try (TableCommits commits = new TableCommits(tables)) {
            assertThat(commits.commit(SOURCE.getFullName(), List.of(first, second), true))
                    .isEqualTo(1);
            assertThat(commits.commit(SOURCE.getFullName(), List.of(first, second), true))
                    .isZero();
        }
        assertThat(batches()).isEqualTo(2);
        assertThat(tables.lanePosition(RESOURCE, 0)).isEqualTo(2);
    }

    @Test
    void goesOnWithATableThatWasClosedForBeingIdle() throws Exception {
        try (TableCommits commits = new TableCommits(tables)) {
            commits.commit(SOURCE.getFullName(), List.of(checkpoint(1)), false);
            commits.closeIdle(100);
            commits.commit(SOURCE.getFullName(), List.of(checkpoint(100)), false);
        }
        assertThat(batches()).isEqualTo(2);
    }

    @Test
    void removesOldSnapshotsNowAndThenAndNoRowWithThem() throws Exception {
        try (Catalog catalog = CatalogFactory.createCatalog(CatalogContext.create(
                new org.apache.paimon.fs.Path(folder.resolve("pool").toUri())))) {
            catalog.alterTable(SOURCE, List.of(SchemaChange.setOption("snapshot.time-retained", "1 ms")), false);
        }
        List<Long> kept = new ArrayList<>();
        try (TableCommits commits = new TableCommits(tables)) {
            for (long number = 1; number <= 64; number++) {
                commits.commit(SOURCE.getFullName(), List.of(checkpoint(number)), false);
                kept.add(snapshots().snapshotCount());
            }
        }
        assertThat(kept).anyMatch(number -> number > 12).allMatch(number -> number < 40);
        assertThat(batches()).isEqualTo(64);
    }
}
