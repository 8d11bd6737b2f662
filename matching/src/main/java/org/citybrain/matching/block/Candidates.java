package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.work.Crew;

/**
 * All pairs of records that a rule brings together, each pair once: under the first rule that finds it. A block of more
 * records than the cap is left out; finer rules must find its pairs.
 */
public final class Candidates {
    /** The most records of one block. */
    public static final int CAP = 100;

    private final RecordStore store;
    private final Crew crew;
    private final KeyTables tables;
    private final List<BlockRule> rules;
    private final List<KeySet> leftOut = new ArrayList<>();
    private final boolean acrossSources;

    public Candidates(RecordStore store, Crew crew) {
        this.store = store;
        this.crew = crew;
        MatchSchema schema = store.schema();
        this.acrossSources = schema.mode() == MatchSchema.Mode.LINK;
        this.rules = schema.rules();
        this.tables = KeyTables.of(store.lexicon(), crew);
        rules.forEach(rule -> leftOut.add(new KeySet()));
    }

    /** Hands over all pairs; what the judges made of them is taken in an order that does not hang on the threads. */
    public <R> void forEach(Function<RuleView, Judge<R>> judges, Consumer<R> taker) {
        pairs(1, judges, taker);
    }

    /**
     * Hands over about one pair in `share`, chosen by the texts alone, so that the choice is the same in any order of
     * arrival.
     */
    public <R> void sample(int share, Function<RuleView, Judge<R>> judges, Consumer<R> taker) {
        pairs(share, judges, taker);
        leftOut.replaceAll(keys -> new KeySet());
    }

    private <R> void pairs(int share, Function<RuleView, Judge<R>> judges, Consumer<R> taker) {
        RuleBlocks blocks = new RuleBlocks(crew);
        for (int number = 0; number < rules.size(); number++) {
            int rule = number;
            blocks.collect(store.size(), () -> new RuleKeys(store, rules.get(rule), tables), share);
            crew.inOrder(
                    blocks.parts(),
                    () -> this,
                    (self, part) -> tooLarge(blocks, part),
                    keys -> keys.forEach(leftOut.get(rule)::add));
            crew.inOrder(
                    blocks.parts(), () -> worker(judges), (worker, part) -> worker.part(blocks, rule, part), taker);
        }
    }

    /** A note for each rule that left blocks out. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            int blocks = leftOut.get(rule).size();
            if (blocks > 0) {
                findings.add(Finding.of(
                        "MA-002",
                        Severity.NOTE,
                        rules.get(rule).written(),
                        "",
                        new Bilingual(
                                blocks + " 个块超过 " + CAP + " 条记录, 未比对",
                                blocks + " blocks of more than " + CAP + " records were left out"),
                        new Bilingual("为这些记录加一条更细的分块规则", "Declare a finer rule for these records")));
            }
        }
        return findings;
    }

    private static List<Long> tooLarge(RuleBlocks blocks, int part) {
        List<Long> keys = new ArrayList<>();
        for (int from = blocks.start(part), to; from < blocks.start(part + 1); from = to) {
            to = blocks.end(part, from);
            if (to - from > CAP) {
                keys.add(blocks.key(from));
            }
        }
        return keys;
    }

    private <R> Worker<R> worker(Function<RuleView, Judge<R>> judges) {
        RuleView view = new RuleView(store, tables, leftOut);
        return new Worker<>(store, acrossSources, view, judges.apply(view));
    }

    /** One thread's look at blocks. */
    private record Worker<R>(RecordStore store, boolean acrossSources, RuleView view, Judge<R> judge) {
        R part(RuleBlocks blocks, int rule, int part) {
            for (int from = blocks.start(part), to; from < blocks.start(part + 1); from = to) {
                to = blocks.end(part, from);
                if (to - from > 1 && to - from <= CAP) {
                    block(blocks, rule, from, to);
                }
            }
            return judge.verdicts();
        }

        private void block(RuleBlocks blocks, int rule, int from, int to) {
            long key = blocks.key(from);
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    int a = blocks.record(i);
                    int b = blocks.record(j);
                    if (acrossSources && store.source(a) == store.source(b)
                            || view.metBefore(rule, a, b)
                            || view.metBelow(rule, a, b, key)) {
                        continue;
                    }
                    boolean inOrder = store.compare(a, b) < 0;
                    judge.accept(inOrder ? a : b, inOrder ? b : a);
                }
            }
        }
    }
}
