package org.citybrain.matching.compare;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.WordTable;

/** Compares texts of many words by the cosine of their words, each word weighed by its rarity. */
final class TitleComparer implements ValueComparer {
    private static final double[] CUTS = {0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95};

    private final WordTable table;
    private final Frequencies frequencies;

    TitleComparer(WordTable table, Frequencies frequencies) {
        this.table = table;
        this.frequencies = frequencies;
    }

    @Override
    public List<String> levels() {
        List<String> names = new ArrayList<>(List.of("differs"));
        for (double cut : CUTS) {
            names.add("cosine " + cut);
        }
        names.add("equal");
        return names;
    }

    @Override
    public int compare(int codeA, int codeB) {
        double cosine = cosine(codeA, codeB);
        int level = 0;
        while (level < CUTS.length && cosine >= CUTS[level]) {
            level++;
        }
        return level;
    }

    double cosine(int codeA, int codeB) {
        int sizeA = table.size(codeA);
        int sizeB = table.size(codeB);
        double product = 0;
        for (int i = 0; i < sizeA; i++) {
            int word = table.word(codeA, i);
            for (int j = 0; j < sizeB; j++) {
                if (table.word(codeB, j) == word) {
                    product += weight(word) * weight(word);
                }
            }
        }
        return product == 0 ? 0 : product / Math.sqrt(length(codeA, sizeA) * length(codeB, sizeB));
    }

    private double length(int code, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double weight = weight(table.word(code, i));
            sum += weight * weight;
        }
        return sum;
    }

    private double weight(int word) {
        return -Math.log(Math.min(1, frequencies.share(word)));
    }
}
