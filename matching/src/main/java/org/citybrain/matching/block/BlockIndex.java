package org.citybrain.matching.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.BlockRule;
import org.citybrain.matching.schema.MatchSchema;

/**
 * The blocks of records that come and go. At every moment the pairs it has handed over, less those it has taken back,
 * are those that {@link Candidates} would find among the records that are there: a block that outgrows the cap takes its
 * pairs back, one that shrinks to it hands them over again.
 */
public final class BlockIndex {
    private final RecordStore store;
    private final boolean acrossSources;
    private final List<RuleKeys> rules = new ArrayList<>();
    private final List<KeySet> leftOut = new ArrayList<>();
    private final List<Map<Long, Block>> blocks = new ArrayList<>();
    private final LongList keys = new LongList();
    private int[] met = new int[64];
    private int metSize;

    /** The records under one key. */
    private static final class Block {
        private int[] records = new int[2];
        private int size;

        void add(int record) {
            if (size == records.length) {
                records = Arrays.copyOf(records, size * 2);
            }
            records[size++] = record;
        }

        void remove(int record) {
            for (int i = 0; i < size; i++) {
                if (records[i] == record) {
                    records[i] = records[--size];
                    return;
                }
            }
        }
    }

    public BlockIndex(RecordStore store) {
        this.store = store;
        this.acrossSources = store.schema().mode() == MatchSchema.Mode.LINK;
        for (BlockRule rule : store.schema().rules()) {
            rules.add(new RuleKeys(store, rule, KeyTables.none()));
            leftOut.add(new KeySet());
            blocks.add(new HashMap<>());
        }
    }

    /**
     * Puts a record into its blocks.
     *
     * @param found takes each record that it meets, once
     * @param lost takes each pair that no block brings together any more
     */
    public void add(int record, IntConsumer found, PairSink lost) {
        metSize = 0;
        for (int rule = 0; rule < rules.size(); rule++) {
            rules.get(rule).keys(record, keys);
            for (int i = 0; i < keys.size(); i++) {
                addTo(rule, keys.get(i), record, lost);
            }
        }
        Arrays.sort(met, 0, metSize);
        for (int i = 0; i < metSize; i++) {
            boolean seen = i > 0 && met[i] == met[i - 1];
            if (!seen && mayMeet(record, met[i])) {
                found.accept(met[i]);
            }
        }
    }

    private void addTo(int rule, long key, int record, PairSink lost) {
        Block block = blocks.get(rule).computeIfAbsent(key, unused -> new Block());
        if (block.size == Candidates.CAP) {
            leftOut.get(rule).add(key);
            forEachPair(block, (a, b) -> {
                if (!isBroughtTogether(a, b)) {
                    lost.accept(a, b);
                }
            });
        }
        if (block.size < Candidates.CAP) {
            makeRoom(block.size);
            System.arraycopy(block.records, 0, met, metSize, block.size);
            metSize += block.size;
        }
        block.add(record);
    }

    /**
     * Takes a record out of its blocks.
     *
     * @param found takes each pair that is brought together again because a block has shrunk to the cap
     */
    public void remove(int record, PairSink found) {
        for (int rule = 0; rule < rules.size(); rule++) {
            rules.get(rule).keys(record, keys);
            for (int i = 0; i < keys.size(); i++) {
                removeFrom(rule, keys.get(i), record, found);
            }
        }
    }

    private void removeFrom(int rule, long key, int record, PairSink found) {
        Block block = blocks.get(rule).get(key);
        if (block == null) {
            return;
        }
        block.remove(record);
        if (block.size == 0) {
            blocks.get(rule).remove(key);
        } else if (block.size == Candidates.CAP) {
            leftOut.get(rule).remove(key);
            forEachPair(block, found);
        }
    }

    private void forEachPair(Block block, PairSink sink) {
        for (int i = 0; i < block.size; i++) {
            for (int j = i + 1; j < block.size; j++) {
                if (mayMeet(block.records[i], block.records[j])) {
                    sink.accept(block.records[i], block.records[j]);
                }
            }
        }
    }

    private boolean mayMeet(int a, int b) {
        return !acrossSources || store.source(a) != store.source(b);
    }

    private boolean isBroughtTogether(int a, int b) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).meet(a, b, leftOut.get(rule))) {
                return true;
            }
        }
        return false;
    }

    private void makeRoom(int more) {
        if (met.length < metSize + more) {
            met = Arrays.copyOf(met, (metSize + more) * 2);
        }
    }
}
