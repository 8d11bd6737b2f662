package org.citybrain.matching.columns;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.schema.MatchField;
import org.citybrain.matching.schema.MatchSchema;

/** The texts of all fields. Several stores may share one, so that a learnt model fits records that came later. */
public final class Lexicon {
    private final MatchSchema schema;
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<WordTable> words = new ArrayList<>();

    public Lexicon(MatchSchema schema) {
        this.schema = schema;
        for (MatchField field : schema.fields()) {
            Dictionary dictionary = new Dictionary();
            dictionaries.add(dictionary);
            words.add(new WordTable(dictionary));
        }
    }

    public MatchSchema schema() {
        return schema;
    }

    public Dictionary dictionary(int field) {
        return dictionaries.get(field);
    }

    /** The words of a field's texts, cut when first asked for. */
    public WordTable words(int field) {
        return words.get(field);
    }

    /** Cuts the texts of all fields of words, so that several threads may read. */
    public void completeWords() {
        for (int field = 0; field < words.size(); field++) {
            if (schema.fields().get(field).kind().isOfWords()) {
                words.get(field).complete();
            }
        }
    }

    /** Gives look-up tables back once the last record is in. */
    public void seal() {
        dictionaries.forEach(Dictionary::seal);
    }
}
