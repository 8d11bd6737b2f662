package org.citybrain.gateway.keyed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.citybrain.gateway.lane.SentBatches;
import org.citybrain.gateway.store.AtomicFiles;
import org.citybrain.kernel.schema.SchemaVersion;
import org.citybrain.kernel.wire.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * What was sent of a table, kept in order of key, and the changes that a delivery brings. The changes are written down as
 * a plan before they are sent: after a kill the same plan goes on, whatever the source has become. Memory does not grow
 * with the table.
 */
public final class KeyedTable {
    private final Path folder;
    private final String name;
    private final Path stateFile;
    private final Path rowsFile;
    private final Path planFile;

    /**
     * State of a table.
     *
     * @param mark the source's own place, see {@link Delivery#mark}
     * @param version number of the last plan, from 1
     */
    public record State(String mark, long version, SchemaVersion schema) {}

    /**
     * A plan that is written and not yet finished.
     *
     * @param next the state it leads to
     * @param before the schema of the rows that went before, null where there were none
     */
    record Plan(State next, @Nullable SchemaVersion before) {}

    /** A table that keeps its files in a folder under a name. */
    public KeyedTable(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        stateFile = folder.resolve(name + ".state");
        rowsFile = folder.resolve(name + ".sent");
        planFile = folder.resolve(name + ".plan");
    }

    /** What was sent last, null before the first delivery is through. */
    public @Nullable State state() throws IOException {
        return Files.exists(stateFile) ? WireJson.read(Files.readAllBytes(stateFile), State.class) : null;
    }

    /** Whether a plan was written and not yet finished. */
    public boolean hasPlan() {
        return Files.exists(planFile);
    }

    Plan plan() throws IOException {
        return WireJson.read(Files.readAllBytes(planFile), Plan.class);
    }

    /** A sorter for a delivery of this table. */
    public EntrySorter sorter() {
        return new EntrySorter(folder, name);
    }

    /**
     * Compares a delivery with what was sent and writes the plan that leads there. A delivery that changes nothing leaves no
     * plan, only its mark.
     *
     * @throws IllegalStateException while an earlier plan is not finished
     */
    public Outcome plan(Delivery delivery, EntrySorter entries) throws IOException {
        return plan(delivery, writer -> {
            try (StandingRows standing = new StandingRows(rowsFile)) {
                return new Comparison(delivery, writer).run(standing, entries.sorted());
            }
        });
    }

    /** The same for a delivery whose key has other columns than the key of what was sent. */
    Outcome rekey(Delivery delivery, EntrySorter entries, boolean keyed) throws IOException {
        return plan(delivery, writer -> {
            try (StandingRows rows = new StandingRows(rowsFile);
                    StandingRows ends = new StandingRows(rowsFile)) {
                return new Comparison(delivery, writer).rekey(rows, ends, entries, keyed);
            }
        });
    }

    @FunctionalInterface
    private interface Comparing {
        Outcome with(PlanWriter writer) throws IOException;
    }

    private Outcome plan(Delivery delivery, Comparing comparing) throws IOException {
        if (hasPlan()) {
            throw new IllegalStateException("The last delivery of " + name + " is not through");
        }
        State before = state();
        Outcome outcome;
        try (PlanWriter writer =
                new PlanWriter(changesFile(), nextRowsFile(), delivery, before == null ? null : before.schema())) {
            outcome = comparing.with(writer);
        }
        if (outcome.changes() == 0
                && before != null
                && before.schema().fingerprint() == delivery.schema().fingerprint()) {
            Files.deleteIfExists(nextRowsFile());
            Files.deleteIfExists(changesFile());
            AtomicFiles.write(stateFile, WireJson.write(new State(delivery.mark(), before.version(), before.schema())));
        } else {
            State next = new State(delivery.mark(), before == null ? 1 : before.version() + 1, delivery.schema());
            AtomicFiles.write(planFile, WireJson.write(new Plan(next, before == null ? null : before.schema())));
        }
        return outcome;
    }

    /** Keys (canonical tuples) that were sent and that a delivery lacks; at most as many as asked for, one more when there are more. */
    public java.util.List<byte[]> absent(EntrySorter entries, int most) throws IOException {
        try (StandingRows standing = new StandingRows(rowsFile)) {
            return Comparison.absent(standing, entries.sorted(), most);
        }
    }

    /** How many rows of it were sent and stand. */
    public long standing() throws IOException {
        long count = 0;
        try (StandingRows standing = new StandingRows(rowsFile)) {
            while (standing.next() != null) {
                count++;
            }
        }
        return count;
    }

    /** Sets a new mark without a delivery. */
    public void mark(String mark) throws IOException {
        State state = state();
        if (state != null) {
            AtomicFiles.write(stateFile, WireJson.write(new State(mark, state.version(), state.schema())));
        }
    }

    /** The plan's changes in order. */
    PlanReader changes() throws IOException {
        return new PlanReader(changesFile(), plan());
    }

    /**
     * Takes for standing what was sent of a resource by anybody, read back from where it went. Where nothing was, the
     * table stays without a state.
     *
     * @return whether nothing of it was missing
     */
    boolean recall(SentBatches sent, String resource, SchemaVersion schema) throws IOException, InterruptedException {
        discard();
        try (SentRows rows = new SentRows(folder, name, schema)) {
            sent.read(resource, rows::take);
            if (rows.write(rowsFile) > 0) {
                AtomicFiles.write(stateFile, WireJson.write(new State("", 0, schema)));
            }
            return rows.isWhole();
        }
    }

    /** Forgets what stands. */
    void discard() throws IOException {
        Files.deleteIfExists(stateFile);
        Files.deleteIfExists(rowsFile);
    }

    /** All changes are acknowledged: the plan becomes the state. */
    void finish() throws IOException {
        Plan plan = plan();
        // a kill between these leaves the plan: it is gone through once more, as a replay
        if (Files.exists(nextRowsFile())) {
            Files.move(nextRowsFile(), rowsFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        AtomicFiles.write(stateFile, WireJson.write(plan.next()));
        Files.delete(planFile);
        try {
            Files.deleteIfExists(changesFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + changesFile(), e);
        }
    }

    private Path changesFile() {
        return folder.resolve(name + ".changes");
    }

    private Path nextRowsFile() {
        return folder.resolve(name + ".next");
    }
}
