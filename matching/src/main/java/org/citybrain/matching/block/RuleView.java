package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;

/** All rules as one thread sees them. */
public final class RuleView {
    private final List<RuleKeys> rules = new ArrayList<>();
    private final List<KeySet> leftOut;
    private final KeySet none = new KeySet();

    RuleView(RecordStore store, KeyTables tables, List<KeySet> leftOut) {
        this.leftOut = leftOut;
        for (BlockRule rule : store.schema().rules()) {
            rules.add(new RuleKeys(store, rule, tables));
        }
    }

    RuleKeys keys(int rule) {
        return rules.get(rule);
    }

    /** Which rules would bring two records together, as bits. */
    public long rulesOf(int a, int b) {
        long bits = 0;
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).meet(a, b, none)) {
                bits |= 1L << rule;
            }
        }
        return bits;
    }

    boolean metBefore(int rule, int a, int b) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (rules.get(earlier).meet(a, b, leftOut.get(earlier))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two records share a smaller key of the rule in a block that was looked at. */
    boolean metBelow(int rule, int a, int b, long key) {
        return rules.get(rule).givesMany() && rules.get(rule).meetBelow(a, b, key, leftOut.get(rule));
    }
}
