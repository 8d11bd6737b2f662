package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.work.Crew;

/**
 * The blocks of one rule: records sorted by key, in parts of neighbouring keys that threads work on apart. How they are
 * cut hangs on the number of records alone.
 */
final class RuleBlocks {
    private static final int RANGE = 1 << 17;
    private static final int PART = 1 << 16;

    private final Crew crew;
    private final KeyedRecords keyed = new KeyedRecords(16);
    private int[] starts = {0};
    private int bits;

    RuleBlocks(Crew crew) {
        this.crew = crew;
    }

    int parts() {
        return starts.length - 1;
    }

    int start(int part) {
        return starts[part];
    }

    long key(int i) {
        return keyed.key(i);
    }

    int record(int i) {
        return keyed.record(i);
    }

    /** Where the block that begins at a place ends. */
    int end(int part, int from) {
        int to = from + 1;
        while (to < starts[part + 1] && keyed.key(to) == keyed.key(from)) {
            to++;
        }
        return to;
    }

    /**
     * Collects and sorts one rule's keys.
     *
     * @param share only about one key in so many
     */
    void collect(int records, Supplier<RuleKeys> rules, int share) {
        int ranges = Math.max(1, (records + RANGE - 1) / RANGE);
        List<KeyedRecords> found = new ArrayList<>();
        for (int range = 0; range < ranges; range++) {
            found.add(new KeyedRecords(Math.max(16, Math.min(records, RANGE) / share)));
        }
        crew.each(ranges, () -> new Reading(rules.get(), new LongList()), (reading, range) -> {
            int to = Math.min(records, (range + 1) * RANGE);
            for (int record = range * RANGE; record < to; record++) {
                reading.read(record, share, found.get(range));
            }
        });
        int all = found.stream().mapToInt(KeyedRecords::size).sum();
        bits = 0;
        while ((all >>> bits) > PART) {
            bits++;
        }
        scatter(found, all);
        crew.each(
                parts(),
                () -> new KeyedRecords(16),
                (scratch, part) -> keyed.group(starts[part], starts[part + 1], bits, scratch));
    }

    /** What one thread needs to read keys. */
    private record Reading(RuleKeys rule, LongList keys) {
        void read(int record, int share, KeyedRecords into) {
            if (!rule.givesMany()) {
                put(rule.key(record), record, share, into);
                return;
            }
            rule.keys(record, keys);
            for (int i = 0; i < keys.size(); i++) {
                put(keys.get(i), record, share, into);
            }
        }

        private static void put(long key, int record, int share, KeyedRecords into) {
            if (key != 0 && (share == 1 || Long.remainderUnsigned(Hashes.spread(key), share) == 0)) {
                into.add(key, record);
            }
        }
    }

    private int partOf(long key) {
        return bits == 0 ? 0 : (int) (key >>> 64 - bits);
    }

    /** Puts what the ranges found into the parts, ranges in order. */
    private void scatter(List<KeyedRecords> found, int all) {
        int[][] places = new int[found.size()][1 << bits];
        crew.each(found.size(), () -> this, (self, range) -> {
            KeyedRecords from = found.get(range);
            for (int i = 0; i < from.size(); i++) {
                places[range][partOf(from.key(i))]++;
            }
        });
        starts = new int[(1 << bits) + 1];
        int place = 0;
        for (int part = 0; part < 1 << bits; part++) {
            starts[part] = place;
            for (int[] range : places) {
                int size = range[part];
                range[part] = place;
                place += size;
            }
        }
        starts[1 << bits] = all;
        keyed.fill(all);
        crew.each(found.size(), () -> this, (self, range) -> {
            KeyedRecords from = found.get(range);
            for (int i = 0; i < from.size(); i++) {
                keyed.set(places[range][partOf(from.key(i))]++, from.key(i), from.record(i));
            }
            found.set(range, new KeyedRecords(0));
        });
    }
}
