package org.citybrain.matching.block;

import java.util.Arrays;
import org.citybrain.matching.columns.Dictionary;
import org.citybrain.matching.columns.Hashes;
import org.citybrain.matching.columns.Lexicon;
import org.citybrain.matching.columns.WordTable;
import org.citybrain.matching.schema.KeyPart;
import org.citybrain.matching.standard.TextBuffer;

/** The keys that one part of a rule takes of a field's text; they hang on the text alone. */
final class PartKeys {
    private static final int DATE = 8;
    private static final int MOST_WORDS = 8;

    private final KeyPart part;
    private final Dictionary dictionary;
    private final WordTable table;
    private final TextBuffer text = new TextBuffer();
    /** Keys by text, 0 where not yet worked out; the first ones may be shared and are only read. */
    private long[] known;

    private final int shared;
    private long[] wordKeys = new long[64];

    PartKeys(KeyPart part, Lexicon lexicon, long[] table) {
        this.known = table;
        this.shared = table.length;
        this.part = part;
        this.dictionary = lexicon.dictionary(part.field());
        this.table = lexicon.words(part.field());
    }

    int field() {
        return part.field();
    }

    boolean givesMany() {
        return part.function().givesMany();
    }

    /** The one key of a text, or 0 when it gives none. */
    long key(int code) {
        if (code < shared) {
            return known[code];
        }
        if (code >= known.length) {
            known = Arrays.copyOf(known, Math.max(code + 64, Math.max(dictionary.size(), known.length * 3 / 2)));
        }
        if (known[code] == 0) {
            known[code] = keyOf(code);
        }
        return known[code];
    }

    /** Works a key out anew. */
    long keyOf(int code) {
        if (code == 0) {
            return 0;
        }
        if (part.function() == KeyPart.Function.VALUE) {
            return dictionary.hash(code);
        }
        dictionary.read(code, text);
        int size = text.length();
        return switch (part.function()) {
            case PREFIX -> size < part.size() ? 0 : Hashes.of(text.chars(), 0, part.size());
            case SUFFIX -> size < part.size() ? 0 : Hashes.of(text.chars(), size - part.size(), size);
            case YEAR -> size < DATE ? 0 : Hashes.of(text.chars(), 0, 4);
            case DAY -> size < DATE ? 0 : Hashes.of(text.chars(), 4, DATE);
            default -> signs(size);
        };
    }

    private long signs(int size) {
        char[] sorted = Arrays.copyOf(text.chars(), size);
        Arrays.sort(sorted);
        return Hashes.of(sorted, 0, size);
    }

    /** Adds all keys of a text. */
    void keys(int code, LongList out) {
        if (code == 0) {
            return;
        }
        switch (part.function()) {
            case WORD -> words(code, out);
            case WORDS -> wordPairs(code, out);
            case SOUND -> sounds(code, out);
            case HOLES -> holes(code, out);
            default -> {
                long key = key(code);
                if (key != 0) {
                    out.add(key);
                }
            }
        }
    }

    private void words(int code, LongList out) {
        int size = Math.min(MOST_WORDS * 2, table.size(code));
        for (int i = 0; i < size; i++) {
            out.add(wordKey(table.word(code, i)));
        }
    }

    private void wordPairs(int code, LongList out) {
        int from = out.size();
        words(code, out);
        int size = Math.min(MOST_WORDS, out.size() - from);
        long[] words = new long[size];
        for (int i = 0; i < size; i++) {
            words[i] = out.get(from + i);
        }
        out.cutTo(from);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                out.add(Hashes.mix(Math.min(words[i], words[j]), Math.max(words[i], words[j])));
            }
        }
    }

    private void sounds(int code, LongList out) {
        int size = Math.min(MOST_WORDS, table.size(code));
        for (int i = 0; i < size; i++) {
            long key = wordKey(table.word(code, i));
            if (key != 0) {
                out.add(key);
            }
        }
    }

    /** The key of a word: of its full name, or of how that sounds; 0 for one too short to sound. */
    private long wordKey(int word) {
        if (word >= wordKeys.length) {
            wordKeys = Arrays.copyOf(wordKeys, Math.max(word + 64, wordKeys.length * 2));
        }
        if (wordKeys[word] == 0) {
            int full = table.fullName(word);
            if (part.function() == KeyPart.Function.SOUND) {
                table.words().read(full, text);
                wordKeys[word] = text.length() > 1 ? Sounds.of(text) : 0;
            } else {
                wordKeys[word] = table.words().hash(full);
            }
        }
        return wordKeys[word];
    }

    private void holes(int code, LongList out) {
        dictionary.read(code, text);
        for (int i = 0; i < text.length(); i++) {
            out.add(Hashes.mix(Hashes.of(text.chars(), 0, i), Hashes.of(text.chars(), i + 1, text.length()) + i));
        }
    }
}
