package org.citybrain.matching.compare;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.MatchField;

/** The frequencies of all texts and words as they were when the model was learnt. */
public final class Vocabulary {
    private final List<Frequencies> texts = new ArrayList<>();
    private final List<Frequencies> words = new ArrayList<>();

    private Vocabulary() {}

    public static Vocabulary of(RecordStore store) {
        Vocabulary vocabulary = new Vocabulary();
        Lexicon lexicon = store.lexicon();
        List<MatchField> fields = store.schema().fields();
        for (int field = 0; field < fields.size(); field++) {
            vocabulary.texts.add(Frequencies.of(lexicon.dictionary(field), store.size()));
            if (fields.get(field).kind().isOfWords()) {
                lexicon.words(field).complete();
            }
            int filled = store.size() - lexicon.dictionary(field).count(0);
            vocabulary.words.add(Frequencies.of(lexicon.words(field).words(), filled));
        }
        return vocabulary;
    }

    public Frequencies texts(int field) {
        return texts.get(field);
    }

    public Frequencies words(int field) {
        return words.get(field);
    }
}
