package org.citybrain.matching.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citybrain.matching.block.Placeholders;
import org.citybrain.matching.block.RecordKeys;
import org.citybrain.matching.cluster.ComponentClusters;
import org.citybrain.matching.cluster.Links;
import org.citybrain.matching.cluster.Rulings;
import org.citybrain.matching.cluster.Thresholds;
import org.citybrain.matching.cluster.Verdicts;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.learn.ModelFile;
import org.citybrain.matching.learn.Scorer;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;
import org.citybrain.matching.schema.SchemaException;
import org.citybrain.matching.standard.Standards;
import org.citybrain.matching.standard.TextBuffer;

/**
 * Compares and clusters records that are laid on it. What lies on it may be cleared away at any time; the same records
 * laid on again give the same. Not for several threads.
 */
public final class MatchDesk {
    /** So many records lie on the desk at once before it is cleared. */
    private static final int ROOM = 200_000;

    private final MatchSchema schema;
    private final Thresholds thresholds;
    private final Map<String, Integer> lying = new HashMap<>();
    private final TextBuffer raw = new TextBuffer();
    private final TextBuffer standard = new TextBuffer();
    private ModelFile model;
    private RecordStore store;
    private Scorer scorer;
    private RecordKeys keys;

    public MatchDesk(MatchSchema schema, byte[] model) {
        Lexicon lexicon = new Lexicon(schema);
        this.schema = schema;
        this.thresholds = Thresholds.of(schema);
        this.model = ModelFile.of(model, lexicon);
        this.store = new RecordStore(lexicon);
        this.scorer = new Scorer(store, this.model.model());
        this.keys = new RecordKeys(store);
    }

    /** At or above this a pair is linked. */
    public double link() {
        return thresholds.link();
    }

    /** Standardises what a source holds: a text for each field, empty where it has none or one that stands for nothing. */
    public List<String> standard(Map<String, String> columns) {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < schema.fields().size(); field++) {
            MatchField declared = schema.fields().get(field);
            raw.clear();
            for (String column : declared.columns()) {
                String text = columns.getOrDefault(column, "").strip();
                raw.append(raw.length() > 0 && !text.isEmpty() ? " " : "").append(text);
            }
            standard.clear();
            if (raw.length() > 0) {
                Standards.of(declared.kind()).apply(raw, standard);
            }
            boolean nothing = declared.kind().isIdentifying() && Placeholders.isOneSign(standard);
            texts.add(nothing || isPlaceholder(field) ? "" : standard.toString());
        }
        return texts;
    }

    private boolean isPlaceholder(int field) {
        return model.placeholders().contains(Placeholders.hash(field, Hashes.of(standard)));
    }

    /**
     * Lays a record on the desk and tells its number there, which holds until {@link #tidy}.
     *
     * @param name what it is called on the desk: one for each version of a record
     * @param source the source's word
     * @param key the record's own key
     * @param texts standardised texts
     */
    public int lay(String name, String source, String key, List<String> texts) {
        return lying.computeIfAbsent(name, unused -> enter(source, key, texts));
    }

    private int enter(String source, String key, List<String> texts) {
        if (texts.size() != schema.fields().size()) {
            throw new SchemaException(
                    "字段数不符 · " + texts.size() + " texts for " + schema.fields().size() + " fields");
        }
        int[] codes = new int[texts.size()];
        for (int field = 0; field < codes.length; field++) {
            raw.clear();
            codes[field] = store.dictionary(field).intern(raw.append(texts.get(field)));
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return store.add(bytes, 0, bytes.length, store.sourceNumber(source), codes);
    }

    /** Clears the desk when it has become full; numbers from before are no longer good. */
    public void tidy() {
        if (store.size() > ROOM) {
            Lexicon lexicon = new Lexicon(schema);
            model = model.on(lexicon);
            store = new RecordStore(lexicon);
            scorer = new Scorer(store, model.model());
            keys = new RecordKeys(store);
            lying.clear();
        }
    }

    /** The blocking keys of a record. */
    public Set<Long> keys(int record) {
        return new TreeSet<>(keys.of(record));
    }

    /** The log2 odds that two records are the same; minus infinity for two that must not be compared. */
    public double score(int a, int b) {
        boolean compared = schema.mode() == MatchSchema.Mode.DEDUPE || store.source(a) != store.source(b);
        return compared ? scorer.score(a, b) : Double.NEGATIVE_INFINITY;
    }

    /** Cuts one connected component into clusters. */
    public void cluster(Links links, Rulings rulings, ComponentClusters.Sink sink) {
        int[] places = new int[links.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        new ComponentClusters(store, scorer, thresholds, Verdicts.NONE, rulings)
                .cluster(links, places, 0, places.length, sink);
    }

    /** Orders records as batches do. */
    public int compare(int a, int b) {
        return store.compare(a, b);
    }
}
