package org.citybrain.matching.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.RecordStore;
import org.citybrain.matching.schema.FieldKind;
import org.citybrain.matching.schema.MatchField;

/** The frequencies of all texts and words as they were when the model was learnt. */
public final class Vocabulary {
    private static final int MOST_CATEGORIES = 24;

    private final List<Frequencies> texts = new ArrayList<>();
    private final List<Frequencies> words = new ArrayList<>();
    private final List<List<String>> categories = new ArrayList<>();

    private Vocabulary() {}

    public static Vocabulary of(RecordStore store) {
        Vocabulary vocabulary = new Vocabulary();
        Lexicon lexicon = store.lexicon();
        List<MatchField> fields = store.schema().fields();
        for (int field = 0; field < fields.size(); field++) {
            Dictionary dictionary = lexicon.dictionary(field);
            Frequencies frequencies = Frequencies.of(dictionary, store.size());
            vocabulary.texts.add(frequencies);
            if (fields.get(field).kind().isOfWords()) {
                lexicon.words(field).complete();
            }
            int filled = store.size() - dictionary.count(0);
            vocabulary.words.add(Frequencies.of(lexicon.words(field).words(), filled));
            vocabulary.categories.add(
                    fields.get(field).kind() == FieldKind.CATEGORY ? mostFrequent(dictionary, frequencies) : List.of());
        }
        return vocabulary;
    }

    private static List<String> mostFrequent(Dictionary dictionary, Frequencies frequencies) {
        return IntStream.range(1, dictionary.size())
                .boxed()
                .sorted((x, y) -> {
                    int order = Double.compare(frequencies.share(y), frequencies.share(x));
                    return order != 0 ? order : dictionary.text(x).compareTo(dictionary.text(y));
                })
                .limit(MOST_CATEGORIES)
                .map(dictionary::text)
                .toList();
    }

    public Frequencies texts(int field) {
        return texts.get(field);
    }

    public Frequencies words(int field) {
        return words.get(field);
    }

    /** The most frequent words of a field that holds categories. */
    List<String> categories(int field) {
        return categories.get(field);
    }

    /** Writes what is needed to weigh other records: counts by hash, no texts but the words of categories. */
    public void write(DataOutput out) throws IOException {
        for (int field = 0; field < texts.size(); field++) {
            texts.get(field).write(out);
            words.get(field).write(out);
            out.writeInt(categories.get(field).size());
            for (String word : categories.get(field)) {
                out.writeUTF(word);
            }
        }
    }

    /** The same for the texts of another lexicon; only for one that was read. */
    public Vocabulary on(Lexicon lexicon) {
        Vocabulary other = new Vocabulary();
        for (int field = 0; field < texts.size(); field++) {
            other.texts.add(texts.get(field).on(lexicon.dictionary(field)));
            other.words.add(words.get(field).on(lexicon.words(field).words()));
            other.categories.add(categories.get(field));
        }
        return other;
    }

    /** Reads a vocabulary for the texts of a lexicon. */
    public static Vocabulary read(DataInput in, Lexicon lexicon) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        for (int field = 0; field < lexicon.schema().fields().size(); field++) {
            vocabulary.texts.add(Frequencies.read(in, lexicon.dictionary(field)));
            vocabulary.words.add(Frequencies.read(in, lexicon.words(field).words()));
            List<String> words = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                words.add(in.readUTF());
            }
            vocabulary.categories.add(words);
        }
        return vocabulary;
    }
}
