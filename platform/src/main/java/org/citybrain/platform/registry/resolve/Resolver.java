package org.citybrain.platform.registry.resolve;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.wire.RowChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Resolve for one kind of entity: takes rows, settles who is who, obeys stewards. Every method runs in the caller's
 * transaction and lets no second writer in until that ends.
 */
public final class Resolver {
    private final RecordDeclaration.Loaded declared;
    private final OpaqueIds ids;
    private final RecordTable table;
    private final Rulings rulings;
    private final Doubts doubts;
    private final Weights weights;
    private final Taking taking;
    private final Settling settling;
    private final Clock clock;

    /**
     * A resolver of one declaration.
     *
     * @param addresses tells what is doubtful about an address
     */
    public Resolver(
            RecordDeclaration.Loaded declared,
            OpaqueIds ids,
            RecordFault.AddressDoubts addresses,
            JdbcClient db,
            Clock clock) {
        this.declared = declared;
        this.ids = ids;
        this.clock = clock;
        this.table = new RecordTable(db);
        this.rulings = new Rulings(db);
        this.doubts = new Doubts(declared, db, table);
        this.weights = new Weights(declared, table);
        Moves moves = new Moves(db, table);
        this.taking = new Taking(declared, ids, table, moves, doubts, new RecordFaults(declared, addresses, db));
        this.settling = new Settling(declared, ids, table, rulings, weights, moves, doubts);
    }

    public RecordDeclaration.Loaded declared() {
        return declared;
    }

    /**
     * A row that was taken.
     *
     * @param fields what it says; what it said last when it is gone
     * @param deleted whether the source has no such row any more
     * @param receipt {@code resource/lane/sequence/row}
     * @param faults what is strange about it
     * @param mended receipt of the version before, when that one was strange; null when it was not
     */
    public record Taken(
            String resource,
            String key,
            Map<String, @Nullable String> fields,
            boolean deleted,
            String receipt,
            List<RecordFault.Found> faults,
            @Nullable String mended) {}

    /** Takes changes of the declared resources; what is older than what is there is passed over. */
    public List<Taken> take(List<RowChange> changes) {
        table.lock();
        weights.grew(changes.size());
        return taking.take(changes).stream().map(Resolver::taken).toList();
    }

    private static Taken taken(Taking.Took took) {
        SourceRow row = took.row();
        StoredRecord before = took.before();
        String lane = row.resource() + "/" + row.lane() + "/";
        return new Taken(
                row.resource(),
                row.key(),
                row.fields(),
                row.deleted(),
                lane + row.sequence() + "/" + row.row(),
                took.faults(),
                before == null ? null : lane + before.sequence() + "/" + before.row());
    }

    /** Settles some of the records that wait; tells how many. Learns first when there is much more to learn from. */
    public int settle(int limit) {
        table.lock();
        if (weights.keepUp(false)) {
            table.unsettleAllLoose(declared.kind());
        }
        return settling.settleSome(limit, clock.instant());
    }

    /** Learns anew from all records that are there and looks again at everything without a number. */
    public void learnAnew() {
        table.lock();
        weights.keepUp(true);
        table.unsettleAllLoose(declared.kind());
    }

    /** A steward says of two records that they are the same or not; tells the ruling's number. */
    public long rule(long recordA, long recordB, boolean same, String reason, String by) {
        table.lock();
        Instant at = clock.instant();
        List<StoredRecord> pair = new ArrayList<>(table.byIds(List.of(recordA, recordB)));
        if (pair.size() != 2) {
            throw new IllegalArgumentException("two records are needed, found " + pair.size());
        }
        long id = rulings.add(same, declared.kind(), pair.getFirst(), pair.getLast(), reason, by, at);
        doubts.forget(recordA, recordB);
        settling.settle(pair, new Moves.Cause("RULING", by, reason, id), at);
        return id;
    }

    /** Takes a ruling back: what it had moved goes back to where it was. False when it does not stand. */
    public boolean undo(long ruling, String reason, String by) {
        table.lock();
        Instant at = clock.instant();
        Optional<Rulings.Ruling> standing = rulings.find(ruling).filter(found -> found.undoneAt() == null);
        standing.ifPresent(found -> {
            rulings.undo(ruling, by, at);
            settling.settle(
                    table.byIds(List.of(found.a(), found.b())), new Moves.Cause("UNDO", by, reason, ruling), at);
        });
        return standing.isPresent();
    }

    /** Compares two records as the engine does. */
    public Comparison compare(long recordA, long recordB) {
        return Comparison.of(declared, weights.current(), table.byIds(List.of(recordA, recordB)));
    }

    /** Groups of keys under which a question finds records: all of one group must hold; none when it asks for nothing. */
    public List<List<Long>> searchKeys(String field, SearchWay way, String value) {
        return Tokens.search(declared, field, way, value);
    }

    /**
     * Gives records the keys of all usual sounds of their names, for those that were taken when a name had one.
     *
     * @param after number of the record that was looked at last, 0 at first
     * @return the number to go on from; {@code after} itself when none is left
     */
    public long renewSounds(long after, int limit) {
        table.lock();
        List<StoredRecord> records = table.after(declared.kind(), after, limit);
        Tokens tokens = new Tokens(declared);
        for (StoredRecord record : records) {
            List<Long> missing = tokens.sounds(record).stream()
                    .filter(token -> !record.tokens().contains(token))
                    .toList();
            if (!missing.isEmpty()) {
                table.addTokens(record.id(), missing);
            }
        }
        return records.isEmpty() ? after : records.getLast().id();
    }

    /** The opaque id of a number that is the same in all sources; empty when it is not valid. */
    public Optional<String> numberRef(String number) {
        return declared.numberRef("", number, ids);
    }
}
