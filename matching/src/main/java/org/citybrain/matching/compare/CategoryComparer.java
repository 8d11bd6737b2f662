package org.citybrain.matching.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.matching.columns.Dictionary;

/**
 * Words of two lists that name the same things differently: each pair of words is a level of its own, so that learning
 * finds out which word of one list goes with which of the other. Only the most frequent words are told apart.
 */
final class CategoryComparer implements ValueComparer {
    private final Dictionary dictionary;
    private final List<String> words;
    private final Map<Integer, Integer> placeOf = new HashMap<>();
    private final List<String> levels = new ArrayList<>(List.of("other words"));

    CategoryComparer(Dictionary dictionary, List<String> words) {
        this.dictionary = dictionary;
        this.words = words;
        for (int place = 0; place < words.size(); place++) {
            for (int other = 0; other <= place; other++) {
                levels.add(words.get(other) + " ~ " + words.get(place));
            }
        }
    }

    @Override
    public List<String> levels() {
        return levels;
    }

    @Override
    public boolean startsNeutral() {
        return true;
    }

    @Override
    public int compare(int codeA, int codeB) {
        int a = place(codeA);
        int b = place(codeB);
        int larger = Math.max(a, b);
        return larger == words.size() ? 0 : 1 + larger * (larger + 1) / 2 + Math.min(a, b);
    }

    private int place(int code) {
        return placeOf.computeIfAbsent(code, unused -> {
            int at = words.indexOf(dictionary.text(code));
            return at < 0 ? words.size() : at;
        });
    }

    @Override
    public boolean comparesEqual() {
        return true;
    }
}
