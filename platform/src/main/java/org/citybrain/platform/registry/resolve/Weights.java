package org.citybrain.platform.registry.resolve;

import java.util.List;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.learn.Learner;
import org.citybrain.matching.learn.Model;
import org.citybrain.matching.learn.ModelFile;
import org.citybrain.matching.schema.SchemaException;
import org.jspecify.annotations.Nullable;

/**
 * What the matching engine has learnt from the city's own records, without labels. Learnt again when the registry has
 * doubled; before there are {@value #FEWEST} records nothing is compared and only numbers bring records together. What was
 * learnt is kept: learning reads the whole table, which a restart must not wait for.
 */
final class Weights {
    static final int FEWEST = 300;
    private static final int SAMPLE = 20_000;
    private static final int BLOCKS = 8192;
    private static final double KEYS_OF_A_RECORD = 5;
    private static final int MOST_TEXTS = 200_000;

    private final RecordDeclaration.Loaded declared;
    private final RecordTable table;
    private volatile @Nullable Learnt learnt;
    private boolean readBack;
    private long lookedAt;
    private long sinceLook;

    Weights(RecordDeclaration.Loaded declared, RecordTable table) {
        this.declared = declared;
        this.table = table;
    }

    /** A model and the texts it knows. */
    record Learnt(Lexicon lexicon, Model model, Thresholds thresholds) {}

    @Nullable
    Learnt current() {
        return learnt;
    }

    /** Rows were taken: there may be more to learn from. */
    void grew(int rows) {
        sinceLook += rows;
        table.tookSinceLearnt(declared.kind(), rows);
    }

    /**
     * Learns when nothing was ever learnt, or when there is twice as much to learn from as last time.
     *
     * @return whether what was compared before should be compared anew
     */
    boolean keepUp(boolean now) {
        if (!readBack) {
            readBack = true;
            table.learning(declared.kind()).ifPresent(this::readBack);
        }
        Learnt known = learnt;
        boolean due = known == null ? lookedAt == 0 || sinceLook >= FEWEST : sinceLook >= lookedAt;
        if (!now && !due) {
            forgetTexts(known);
            return false;
        }
        long records = table.count(declared.kind());
        lookedAt = Math.max(1, records);
        sinceLook = 0;
        if (records < FEWEST) {
            return false;
        }
        long before = table.learntFrom(declared.kind());
        // the same records give the same model again, so one that was lost compares nothing anew
        boolean news = now || records >= 2 * before;
        if (news || known == null) {
            byte[] model = learn(records);
            table.learnt(declared.kind(), news ? records : before, model);
            learnt = read(model);
        }
        return news;
    }

    private void readBack(RecordTable.Learning kept) {
        byte[] model = kept.model();
        if (model == null) {
            return;
        }
        try {
            learnt = read(model);
            lookedAt = Math.max(1, kept.records());
            sinceLook = kept.taken();
        } catch (SchemaException otherDeclaration) {
            // learnt under fields that are declared differently now: learnt anew
            learnt = null;
        }
    }

    /** The texts of what was compared pile up beside the model; now and then it begins with none again. */
    private void forgetTexts(@Nullable Learnt known) {
        if (known != null && texts(known.lexicon) > MOST_TEXTS) {
            table.learning(declared.kind()).ifPresent(this::readBack);
        }
    }

    private Learnt read(byte[] model) {
        Lexicon lexicon = new Lexicon(declared.schema());
        return new Learnt(lexicon, ModelFile.of(model, lexicon).model(), Thresholds.of(declared.schema()));
    }

    private byte[] learn(long records) {
        double share = Math.min(1, SAMPLE / (records * KEYS_OF_A_RECORD));
        List<StoredRecord> sample = table.sample(declared.kind(), Math.max(2, Math.round(BLOCKS * share)), 4 * SAMPLE);
        MatchStore store = new MatchStore(declared, new Lexicon(declared.schema()));
        sample.forEach(record -> store.add(record.resource(), record.key(), record.fields()));
        Placeholders placeholders = new Placeholders(store.store());
        placeholders.blank();
        Model model = new Learner(store.store()).learn();
        // in the whole city strangers are more: the odds before looking fall by its size against the sample's
        double rarer = Math.log((double) records / Math.max(1, sample.size())) / Math.log(2);
        Model scaled = new Model(
                model.slots(),
                model.vocabulary(),
                model.priorBits() - Math.max(0, rarer),
                model.weights(),
                model.equalBits(),
                model.sources(),
                model.sourceBits(),
                model.trained());
        return new ModelFile(scaled, placeholders.hashes()).bytes(declared.schema());
    }

    private int texts(Lexicon lexicon) {
        int texts = 0;
        for (int field = 0; field < declared.schema().fields().size(); field++) {
            texts += lexicon.dictionary(field).size();
        }
        return texts;
    }
}
