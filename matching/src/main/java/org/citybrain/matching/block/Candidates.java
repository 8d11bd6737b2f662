package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;
import org.citybrain.matching.schema.MatchSchema;

/**
 * All pairs of records that a rule brings together, each pair once: under the first rule that finds it. A block of more
 * records than the cap is left out; finer rules must find its pairs.
 */
public final class Candidates {
    /** The most records of one block. */
    public static final int CAP = 100;

    private final RecordStore store;
    private final List<RuleKeys> rules = new ArrayList<>();
    private final List<KeySet> leftOut = new ArrayList<>();
    private final boolean acrossSources;
    private final KeyedRecords keyed;
    private final KeyedRecords scratch;
    private final LongList keys = new LongList();

    public Candidates(RecordStore store) {
        this.store = store;
        MatchSchema schema = store.schema();
        this.acrossSources = schema.mode() == MatchSchema.Mode.LINK;
        for (BlockRule rule : schema.rules()) {
            rules.add(new RuleKeys(store, rule));
            leftOut.add(new KeySet());
        }
        this.keyed = new KeyedRecords(16);
        this.scratch = new KeyedRecords(16);
    }

    /** Hands over all pairs. Only records for which `chosen` is set take part. */
    public void forEach(RecordFilter chosen, PairSink sink) {
        for (int rule = 0; rule < rules.size(); rule++) {
            collect(rule, chosen, 1);
            keyed.group(scratch);
            emit(rule, sink);
        }
    }

    /**
     * Hands over about one pair in `share`, chosen by the texts alone, so that the choice is the same in any order of
     * arrival.
     */
    public void sample(int share, PairSink sink) {
        for (int rule = 0; rule < rules.size(); rule++) {
            collect(rule, record -> true, share);
            keyed.group(scratch);
            emit(rule, sink);
        }
        leftOut.replaceAll(keys -> new KeySet());
    }

    /** Which rules would bring two records together, as bits. */
    public long rulesOf(int a, int b) {
        long bits = 0;
        KeySet none = new KeySet();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).meet(a, b, none)) {
                bits |= 1L << rule;
            }
        }
        return bits;
    }

    /** A note for each rule that left blocks out. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            int blocks = leftOut.get(rule).size();
            String written = rules.get(rule).rule().written();
            if (blocks > 0) {
                findings.add(Finding.of(
                        "MA-002",
                        Severity.NOTE,
                        written,
                        "",
                        new Bilingual(
                                blocks + " 个块超过 " + CAP + " 条记录, 未比对",
                                blocks + " blocks of more than " + CAP + " records were left out"),
                        new Bilingual("为这些记录加一条更细的分块规则", "Declare a finer rule for these records")));
            }
        }
        return findings;
    }

    private void collect(int rule, RecordFilter chosen, int share) {
        keyed.clear();
        RuleKeys ruleKeys = rules.get(rule);
        boolean many = ruleKeys.givesMany();
        for (int record = 0; record < store.size(); record++) {
            if (!chosen.takes(record)) {
                continue;
            }
            if (many) {
                ruleKeys.keys(record, keys);
                for (int i = 0; i < keys.size(); i++) {
                    put(keys.get(i), record, share);
                }
            } else {
                put(ruleKeys.key(record), record, share);
            }
        }
    }

    private void put(long key, int record, int share) {
        if (key != 0 && (share == 1 || Long.remainderUnsigned(Hashes.spread(key), share) == 0)) {
            keyed.add(key, record);
        }
    }

    /** Marks the blocks that are left out, then hands over the pairs of the others. */
    private void emit(int rule, PairSink sink) {
        for (int from = 0, to; from < keyed.size(); from = to) {
            to = endOfBlock(from);
            if (to - from > CAP) {
                leftOut.get(rule).add(keyed.key(from));
            }
        }
        for (int from = 0, to; from < keyed.size(); from = to) {
            to = endOfBlock(from);
            if (to - from > 1 && to - from <= CAP) {
                block(rule, from, to, sink);
            }
        }
    }

    private int endOfBlock(int from) {
        int to = from + 1;
        while (to < keyed.size() && keyed.key(to) == keyed.key(from)) {
            to++;
        }
        return to;
    }

    private void block(int rule, int from, int to, PairSink sink) {
        boolean many = rules.get(rule).givesMany();
        long key = keyed.key(from);
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                int a = keyed.record(i);
                int b = keyed.record(j);
                if (acrossSources && store.source(a) == store.source(b)
                        || metBefore(rule, a, b)
                        || many && rules.get(rule).meetBelow(a, b, key, leftOut.get(rule))) {
                    continue;
                }
                if (store.compare(a, b) < 0) {
                    sink.accept(a, b);
                } else {
                    sink.accept(b, a);
                }
            }
        }
    }

    private boolean metBefore(int rule, int a, int b) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (rules.get(earlier).meet(a, b, leftOut.get(earlier))) {
                return true;
            }
        }
        return false;
    }
}
