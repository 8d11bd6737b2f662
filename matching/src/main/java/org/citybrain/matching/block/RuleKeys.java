package org.citybrain.matching.block;

import java.util.List;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;

/** The keys of records under one rule: records that share a key meet. */
final class RuleKeys {
    private final RecordStore store;
    private final PartKeys[] parts;
    private final boolean many;
    private final LongList values = new LongList();
    private final LongList other = new LongList();
    private final LongList keysA = new LongList();
    private final LongList keysB = new LongList();

    RuleKeys(RecordStore store, BlockRule rule, KeyTables tables) {
        this.store = store;
        this.parts = rule.parts().stream()
                .map(part -> new PartKeys(part, store.lexicon(), tables.of(part)))
                .toArray(PartKeys[]::new);
        this.many = List.of(parts).stream().anyMatch(PartKeys::givesMany);
    }

    boolean givesMany() {
        return many;
    }

    /** The only key of a record, or 0. */
    long key(int record) {
        long key = 1;
        for (PartKeys part : parts) {
            long value = part.key(store.code(part.field(), record));
            if (value == 0) {
                return 0;
            }
            key = Hashes.mix(key, value);
        }
        return key;
    }

    /** Fills the list with all keys of a record, each once. */
    void keys(int record, LongList out) {
        out.clear();
        if (!many) {
            long key = key(record);
            if (key != 0) {
                out.add(key);
            }
            return;
        }
        out.add(1);
        for (PartKeys part : parts) {
            values.clear();
            part.keys(store.code(part.field(), record), values);
            cross(out);
        }
        out.makeDistinct();
    }

    private void cross(LongList out) {
        other.clear();
        for (int i = 0; i < out.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                other.add(Hashes.mix(out.get(i), values.get(j)));
            }
        }
        out.clear();
        for (int i = 0; i < other.size(); i++) {
            out.add(other.get(i));
        }
    }

    /** Whether two records share a key that is not among those left out. */
    boolean meet(int a, int b, KeySet leftOut) {
        if (!many) {
            for (PartKeys part : parts) {
                int codeA = store.code(part.field(), a);
                int codeB = store.code(part.field(), b);
                if (codeA == 0 || codeB == 0 || codeA != codeB && part.key(codeA) != part.key(codeB)) {
                    return false;
                }
            }
            long key = key(a);
            return key != 0 && !leftOut.contains(key);
        }
        return meetUpTo(a, b, leftOut, Long.MAX_VALUE, true);
    }

    /** Whether two records share a key before the given one in a block that was looked at. */
    boolean meetBelow(int a, int b, long key, KeySet leftOut) {
        return meetUpTo(a, b, leftOut, key, false);
    }

    private boolean meetUpTo(int a, int b, KeySet leftOut, long last, boolean included) {
        keys(a, keysA);
        keys(b, keysB);
        int i = 0;
        int j = 0;
        while (i < keysA.size() && j < keysB.size()) {
            long key = keysA.get(i);
            if (key > last || key == last && !included) {
                return false;
            }
            int order = Long.compare(key, keysB.get(j));
            if (order == 0 && !leftOut.contains(key)) {
                return true;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return false;
    }
}
