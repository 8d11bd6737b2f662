package org.citybrain.platform.rules.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.decisions.FactRow;
import org.citybrain.decisions.FactSource;
import org.citybrain.platform.pool.Facts;

/** The facts of one evaluation: each id is asked for once, and every row seen is kept for the record. */
final class LookedUp implements FactSource {
    private final Facts facts;
    private final Map<String, List<FactRow>> asked = new LinkedHashMap<>();

    LookedUp(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<FactRow> find(String resource, String lookupField, String value) {
        return findAll(List.of(resource), lookupField, List.of(value));
    }

    @Override
    public List<FactRow> findAll(Collection<String> resources, String lookupField, Collection<String> values) {
        List<String> unknown = values.stream()
                .filter(value -> !asked.containsKey(lookupField + "=" + value))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(value -> asked.put(lookupField + "=" + value, new ArrayList<>()));
            for (FactRow row : facts.findAnywhere(lookupField, unknown)) {
                List<FactRow> rows = asked.get(lookupField + "=" + row.field(lookupField));
                if (rows != null) {
                    rows.add(row);
                }
            }
        }
        return values.stream()
                .flatMap(value -> asked.getOrDefault(lookupField + "=" + value, List.of()).stream())
                .filter(row -> resources.contains(row.resource()))
                .toList();
    }

    /** Every row that was looked at, each once. */
    List<FactRow> rows() {
        Map<String, FactRow> rows = new LinkedHashMap<>();
        asked.values().forEach(list -> list.forEach(row -> rows.put(row.resource() + "\u0000" + row.key(), row)));
        return new ArrayList<>(rows.values());
    }

    /** The rows kept with a decision, as a source for deciding again. */
    static FactSource of(List<FactRow> kept) {
        return (resource, lookupField, value) -> kept.stream()
                .filter(row -> row.resource().equals(resource) && value.equals(row.field(lookupField)))
                .toList();
    }
}
