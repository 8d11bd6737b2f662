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
    private static final int MOST = 24;

    private final Map<Integer, Integer> placeOf = new HashMap<>();
    private final List<String> levels = new ArrayList<>(List.of("other words"));
    private final int words;

    CategoryComparer(Dictionary dictionary, Frequencies frequencies) {
        List<Integer> codes = new ArrayList<>();
        for (int code = 1; code < dictionary.size(); code++) {
            codes.add(code);
        }
        codes.sort((x, y) -> {
            int order = Double.compare(frequencies.share(y), frequencies.share(x));
            return order != 0 ? order : dictionary.text(x).compareTo(dictionary.text(y));
        });
        words = Math.min(MOST, codes.size());
        for (int place = 0; place < words; place++) {
            placeOf.put(codes.get(place), place);
            for (int other = 0; other <= place; other++) {
                levels.add(dictionary.text(codes.get(other)) + " ~ " + dictionary.text(codes.get(place)));
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
        int a = placeOf.getOrDefault(codeA, words);
        int b = placeOf.getOrDefault(codeB, words);
        int larger = Math.max(a, b);
        return larger == words ? 0 : 1 + larger * (larger + 1) / 2 + Math.min(a, b);
    }

    @Override
    public boolean comparesEqual() {
        return true;
    }
}
