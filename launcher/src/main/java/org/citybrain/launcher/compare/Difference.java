package org.citybrain.launcher.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two multisets of rows differ by. `lost` rows are in the source alone, `surplus` rows in the pool alone: one more of a
 * row than the source has is a duplicate.
 */
public record Difference(String resource, int rows, int lost, int surplus, List<String> examples) {

    private static final int SHOWN = 3;

    public Difference {
        examples = List.copyOf(examples);
    }

    public boolean isNone() {
        return lost == 0 && surplus == 0;
    }

    static Difference of(String resource, List<String> source, List<String> pool) {
        Map<String, Integer> counts = new HashMap<>();
        source.forEach(row -> counts.merge(row, 1, Integer::sum));
        pool.forEach(row -> counts.merge(row, -1, Integer::sum));
        int lost = counts.values().stream()
                .filter(count -> count > 0)
                .mapToInt(Integer::intValue)
                .sum();
        int surplus = -counts.values().stream()
                .filter(count -> count < 0)
                .mapToInt(Integer::intValue)
                .sum();
        List<String> examples = counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .limit(SHOWN)
                .map(entry -> (entry.getValue() > 0 ? "- " : "+ ") + entry.getKey())
                .toList();
        return new Difference(resource, source.size(), lost, surplus, examples);
    }

    @Override
    public String toString() {
        return resource + ": " + rows + " rows, " + lost + " lost, " + surplus + " surplus"
                + (examples.isEmpty() ? "" : " " + examples);
    }
}
