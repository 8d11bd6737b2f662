package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;

/**
 * The keys of single records under all rules of their declaration, for whoever keeps the blocks elsewhere, such as in a
 * database. Keys hang on the texts alone: any store of the same declaration gives the same.
 */
public final class RecordKeys {
    private final List<RuleKeys> rules = new ArrayList<>();
    private final LongList keys = new LongList();

    public RecordKeys(RecordStore store) {
        for (BlockRule rule : store.schema().rules()) {
            rules.add(new RuleKeys(store, rule, KeyTables.none()));
        }
    }

    /** All keys of a record; a rule with two keys or more under it gives each once. */
    public List<Long> of(int record) {
        List<Long> all = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            rules.get(rule).keys(record, keys);
            for (int i = 0; i < keys.size(); i++) {
                // the rule is part of the key: equal values under two rules are two blocks
                all.add(keys.get(i) * 31 + rule);
            }
        }
        return all;
    }
}
