package org.citybrain.matching.compare;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.matching.columns.WordTable;

/** Compares texts of many words by the cosine of their words, each word weighed by its rarity. */
final class TitleComparer implements ValueComparer {
    private static final int CUTS = 19;
    private static final double STEP = 0.05;

    private final WordTable table;
    private final Frequencies frequencies;

    TitleComparer(WordTable table, Frequencies frequencies) {
        this.table = table;
        this.frequencies = frequencies;
    }

    @Override
    public List<String> levels() {
        List<String> names = new ArrayList<>(List.of("differs"));
        for (int cut = 1; cut <= CUTS; cut++) {
            names.add("cosine " + cut * 5 + " %");
        }
        names.add("equal");
        return names;
    }

    @Override
    public boolean rises() {
        return true;
    }

    @Override
    public int compare(int codeA, int codeB) {
        return Math.min(CUTS, (int) (cosine(codeA, codeB) / STEP));
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
