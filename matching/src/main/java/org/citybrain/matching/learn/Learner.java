package org.citybrain.matching.learn;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.kernel.finding.Severity;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.matching.block.Candidates;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.compare.PairComparer;
import org.citybrain.matching.compare.PairVector;
import org.citybrain.matching.compare.Slot;
import org.citybrain.matching.compare.Vocabulary;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.work.Crew;

/**
 * Learns a model from the records alone. Pairs taken blindly show how strangers agree by chance; pairs that blocking
 * brings together hold the true ones. A slot learns only from pairs that some rule found without looking at the slot's
 * fields, for otherwise it would seem to agree always.
 */
public final class Learner {
    private static final int SAMPLED_RECORDS = 60_000;
    private static final double FEWEST = 5;
    private static final int BLIND_RECORDS = 1_000;

    private final RecordStore store;
    private final Vocabulary vocabulary;
    private final Crew crew;

    public Learner(RecordStore store) {
        this(store, Crew.ALONE);
    }

    public Learner(RecordStore store, Crew crew) {
        this.store = store;
        this.crew = crew;
        this.vocabulary = Vocabulary.of(store);
    }

    public Model learn() {
        List<Slot> slots = comparer().slots();
        int share = Math.max(1, store.size() / SAMPLED_RECORDS);
        Expectation em = new Expectation(slots, store.schema(), share, allPairs());
        em.blind(blindLevels(slots));
        em.train(blockedPairs(share), store.sourceNames());
        return em.model(vocabulary);
    }

    /** A warning for each slot that no pair could train: its weights are those of strangers and say nothing. */
    public List<Finding> findings(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (int slot = 0; slot < model.slots().size(); slot++) {
            if (model.trained()[slot] < FEWEST) {
                findings.add(Finding.of(
                        "MA-004",
                        Severity.WARNING,
                        store.schema().name(),
                        model.slots().get(slot).name(),
                        new Bilingual("没有足够的候选对来学习该字段的权重", "Too few pairs to learn this field's weights from"),
                        new Bilingual("加一条不用该字段的分块规则", "Declare a blocking rule that does not use the field")));
            }
        }
        return findings;
    }

    private PairComparer comparer() {
        return new PairComparer(store, vocabulary);
    }

    private List<TrainingPairs.Pair> blockedPairs(int share) {
        List<TrainingPairs.Pair> pairs = new ArrayList<>();
        new Candidates(store, crew).sample(share, rules -> new TrainingPairs(store, comparer(), rules), pairs::addAll);
        pairs.sort(TrainingPairs.order(store));
        return pairs;
    }

    /** How often each level shows in all pairs of a few records, chosen by their rank. */
    private long[][] blindLevels(List<Slot> slots) {
        List<Integer> chosen = blindRecords();
        boolean across = store.schema().mode() == MatchSchema.Mode.LINK;
        long[][] counts = noLevels(slots);
        crew.inOrder(
                chosen.size(),
                this::comparer,
                (comparer, i) -> {
                    long[][] levels = noLevels(slots);
                    PairVector vector = new PairVector(slots.size());
                    for (int j = i + 1; j < chosen.size(); j++) {
                        if (!across || store.source(chosen.get(i)) != store.source(chosen.get(j))) {
                            comparer.compare(chosen.get(i), chosen.get(j), vector);
                            for (int slot = 0; slot < levels.length; slot++) {
                                levels[slot][vector.level(slot)]++;
                            }
                        }
                    }
                    return levels;
                },
                levels -> {
                    for (int slot = 0; slot < counts.length; slot++) {
                        for (int level = 0; level < counts[slot].length; level++) {
                            counts[slot][level] += levels[slot][level];
                        }
                    }
                });
        return counts;
    }

    private static long[][] noLevels(List<Slot> slots) {
        return slots.stream().map(slot -> new long[slot.levels().size()]).toArray(long[][]::new);
    }

    private List<Integer> blindRecords() {
        List<Integer> chosen = new ArrayList<>();
        long cut = (long) (4294967296.0 * Math.min(1, (double) BLIND_RECORDS / Math.max(1, store.size())));
        for (int record = 0; record < store.size(); record++) {
            if (Integer.toUnsignedLong(store.rank(record)) < cut) {
                chosen.add(record);
            }
        }
        chosen.sort(store::compare);
        return chosen;
    }

    private double allPairs() {
        double n = store.size();
        double pairs = n * (n - 1) / 2;
        if (store.schema().mode() == MatchSchema.Mode.LINK) {
            double[] sizes = new double[store.sourceNames().size()];
            for (int record = 0; record < store.size(); record++) {
                sizes[store.source(record)]++;
            }
            for (double size : sizes) {
                pairs -= size * (size - 1) / 2;
            }
        }
        return Math.max(1, pairs);
    }
}
