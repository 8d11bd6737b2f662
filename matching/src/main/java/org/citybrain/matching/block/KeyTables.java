package org.citybrain.matching.block;

import java.util.HashMap;
import java.util.Map;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.schema.BlockRule;
import org.citybrain.matching.schema.KeyPart;
import org.citybrain.matching.work.Crew;

/** The keys of all texts of a store, worked out once for all rules and threads. */
final class KeyTables {
    private static final int TASK = 1 << 16;
    private static final long[] NONE = {};

    private final Map<KeyPart, long[]> tables = new HashMap<>();

    private KeyTables() {}

    /** No table: for stores that still grow. */
    static KeyTables none() {
        return new KeyTables();
    }

    static KeyTables of(Lexicon lexicon, Crew crew) {
        KeyTables tables = new KeyTables();
        for (BlockRule rule : lexicon.schema().rules()) {
            for (KeyPart part : rule.parts()) {
                if (part.function().readsWords()) {
                    lexicon.words(part.field()).complete();
                } else if (!part.function().givesMany() && !tables.tables.containsKey(part)) {
                    tables.tables.put(part, table(part, lexicon, crew));
                }
            }
        }
        return tables;
    }

    private static long[] table(KeyPart part, Lexicon lexicon, Crew crew) {
        Dictionary dictionary = lexicon.dictionary(part.field());
        long[] table = new long[dictionary.size()];
        crew.each((table.length + TASK - 1) / TASK, () -> new PartKeys(part, lexicon, NONE), (keys, task) -> {
            int to = Math.min(table.length, (task + 1) * TASK);
            for (int code = task * TASK; code < to; code++) {
                table[code] = keys.keyOf(code);
            }
        });
        return table;
    }

    long[] of(KeyPart part) {
        return tables.getOrDefault(part, NONE);
    }
}
