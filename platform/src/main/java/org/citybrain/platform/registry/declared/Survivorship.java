package org.citybrain.platform.registry.declared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.decisions.FactRow;
import org.jspecify.annotations.Nullable;

/** Which source's value survives in a golden field, by the field's declared rule. */
public final class Survivorship {
    private Survivorship() {}

    /** A value with the row that tells it. */
    public record Told(Declaration.Origin origin, FactRow row, String value) {}

    /**
     * The surviving value and those who tell otherwise.
     *
     * @param others resources with another value
     */
    public record Winner(Told told, List<String> others) {}

    /** The winner of a field; null when no row has a value. */
    public static @Nullable Winner of(Declaration.Field field, List<FactRow> rows) {
        List<Told> told = new ArrayList<>();
        for (Declaration.Origin origin : field.origins()) {
            FactRow row = rowOf(origin, rows);
            String value = row == null ? null : row.field(origin.field());
            if (row != null && value != null) {
                told.add(new Told(origin, row, value));
            }
        }
        if (told.isEmpty()) {
            return null;
        }
        Told winner = switch (field.rule() == null ? "order" : field.rule()) {
            case "newest" ->
                told.stream()
                        .max(Comparator.comparing(each -> each.row().sourceTime()))
                        .orElseThrow();
            case "most-frequent" -> mostFrequent(told);
            default -> told.getFirst();
        };
        return new Winner(
                winner,
                told.stream()
                        .filter(each -> !each.value.equals(winner.value))
                        .map(each -> each.origin.resource())
                        .toList());
    }

    /** The value that most sources tell; among equals the one of the earliest in order. */
    private static Told mostFrequent(List<Told> told) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        told.forEach(each -> votes.merge(each.value, 1, Integer::sum));
        int most = votes.values().stream().max(Integer::compare).orElse(0);
        return told.stream()
                .filter(each -> votes.getOrDefault(each.value, 0) == most)
                .findFirst()
                .orElseThrow();
    }

    /** The row of an origin that counts: the greatest by its `latestBy`, else the newest. */
    public static @Nullable FactRow rowOf(Declaration.Origin origin, List<FactRow> rows) {
        String latestBy = origin.latestBy();
        Comparator<FactRow> order = Comparator.comparing(row -> {
            String by = latestBy == null ? null : row.field(latestBy);
            return by == null ? "" : by;
        });
        return rows.stream()
                .filter(row -> row.resource().equals(origin.resource()))
                .max(order.thenComparing(FactRow::sourceTime))
                .orElse(null);
    }
}
