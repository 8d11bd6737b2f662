package org.citybrain.gateway.keyed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks what was sent and what is delivered side by side, both in order of key. */
final class Comparison {
    private static final byte[] UNKNOWN = {};

    private final Delivery delivery;
    private final PlanWriter writer;
    private long created;
    private long updated;
    private long deleted;
    private long withheld;
    private long unknown;
    private long stands;

    Comparison(Delivery delivery, PlanWriter writer) {
        this.delivery = delivery;
        this.writer = writer;
    }

    Outcome run(StandingRows standing, EntrySorter.Source entries) throws IOException {
        if (writer.isNewSchema()) {
            for (StandingRows.Row row = standing.next(); row != null; row = standing.next()) {
                writer.deleted(row, delivery.place());
                deleted++;
            }
        }
        Entries said = new Entries(entries, delivery);
        StandingRows.Row row = standing.next();
        Entry entry = said.next();
        while (row != null || entry != null) {
            int order = row == null ? 1 : entry == null ? -1 : Arrays.compareUnsigned(row.key(), entry.key());
            if (order < 0 && row != null) {
                absent(row);
            } else if (row == null || order > 0) {
                alone(entry);
            } else {
                both(row, entry);
            }
            row = order <= 0 ? standing.next() : row;
            entry = order >= 0 ? said.next() : entry;
        }
        return new Outcome(created, updated, deleted, withheld, unknown, stands);
    }

    /**
     * The same where the key has other columns now, so that nearly every row has another key: the rows first, then the ends of
     * the keys that no row has any more. None is missing in between, however long the receiver waits for the new schema.
     */
    Outcome rekey(StandingRows rows, StandingRows ends, EntrySorter entries, boolean keyed) throws IOException {
        begin(rows, new Entries(entries.sorted(), delivery), keyed);
        end(ends, new Entries(entries.sorted(), delivery), keyed);
        return new Outcome(created, updated, deleted, withheld, unknown, stands);
    }

    private void begin(StandingRows rows, Entries said, boolean keyed) throws IOException {
        StandingRows.Row row = rows.next();
        for (Entry entry = said.next(); entry != null; entry = said.next()) {
            while (row != null && Arrays.compareUnsigned(row.key(), entry.key()) < 0) {
                row = rows.next();
            }
            // the same key by other columns is the same place at the receiver
            if (keyed && row != null && Arrays.equals(row.key(), entry.key())) {
                writer.updated(UNKNOWN, entry);
                updated++;
                stand(entry.key(), entry.tuple());
            } else {
                alone(entry);
            }
        }
    }

    private void end(StandingRows ends, Entries said, boolean keyed) throws IOException {
        Entry entry = said.next();
        for (StandingRows.Row row = ends.next(); row != null; row = ends.next()) {
            while (entry != null && Arrays.compareUnsigned(entry.key(), row.key()) < 0) {
                entry = said.next();
            }
            if (!keyed || entry == null || !Arrays.equals(entry.key(), row.key())) {
                writer.deleted(row, delivery.place());
                deleted++;
            }
        }
    }

    private void absent(StandingRows.Row row) throws IOException {
        if (delivery.whole() && delivery.mayDelete().test(row.key())) {
            writer.deleted(row, delivery.place());
            deleted++;
        } else {
            withheld += delivery.whole() ? 1 : 0;
            stand(row.key(), row.tuple());
        }
    }

    private void alone(@Nullable Entry entry) throws IOException {
        if (entry != null && entry.kind() == Entry.Kind.ROW) {
            writer.created(entry);
            created++;
            stand(entry.key(), entry.tuple());
        } else if (entry != null && entry.kind() == Entry.Kind.KEEP) {
            unknown++;
        }
    }

    private void both(StandingRows.Row row, @Nullable Entry entry) throws IOException {
        if (entry == null || entry.kind() == Entry.Kind.KEEP) {
            stand(row.key(), row.tuple());
        } else if (entry.kind() == Entry.Kind.DELETE) {
            writer.deleted(row, entry.place());
            deleted++;
        } else {
            if (!Arrays.equals(row.tuple(), entry.tuple())) {
                writer.updated(row.tuple(), entry);
                updated++;
            }
            stand(entry.key(), entry.tuple());
        }
    }

    private void stand(byte[] key, byte[] tuple) throws IOException {
        writer.stands(key, tuple);
        stands++;
    }

    /** Keys of standing rows that no entry names. */
    static List<byte[]> absent(StandingRows standing, EntrySorter.Source entries, int most) throws IOException {
        List<byte[]> keys = new ArrayList<>();
        Entry entry = entries.next();
        for (StandingRows.Row row = standing.next(); row != null && keys.size() <= most; row = standing.next()) {
            while (entry != null && Arrays.compareUnsigned(entry.key(), row.key()) < 0) {
                entry = entries.next();
            }
            if (entry == null || !Arrays.equals(entry.key(), row.key())) {
                keys.add(row.key());
            }
        }
        return keys;
    }

    /** The entries, of those with one key only the one that counts. Without a key every row counts by itself. */
    private static final class Entries {
        private final EntrySorter.Source source;
        private final Delivery delivery;
        private final boolean keyed;
        private @Nullable Entry ahead;

        Entries(EntrySorter.Source source, Delivery delivery) throws IOException {
            this.source = source;
            this.delivery = delivery;
            this.keyed = delivery.schema().isKeyed();
            this.ahead = source.next();
        }

        @Nullable
        Entry next() throws IOException {
            Entry best = ahead;
            if (best == null) {
                return null;
            }
            ahead = source.next();
            while (keyed && ahead != null && Arrays.equals(ahead.key(), best.key())) {
                best = better(best, ahead);
                ahead = source.next();
            }
            return best;
        }

        private Entry better(Entry first, Entry second) {
            if (second.kind() == Entry.Kind.KEEP) {
                return first;
            }
            if (first.kind() == Entry.Kind.KEEP) {
                return second;
            }
            Entry winner = delivery.firstWins() ? first : second;
            delivery.repeated().accept(winner == first ? second : first);
            return winner;
        }
    }
}
