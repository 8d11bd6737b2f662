package org.citybrain.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts asked for in one evaluation: nothing is asked twice, members are asked for together. For one thread. */
final class AskedFacts implements FactSource {
    private final FactSource source;
    private final Map<Key, List<FactRow>> asked = new HashMap<>();

    AskedFacts(FactSource source) {
        this.source = source;
    }

    /** Asks for what will be needed in one question; later finds are answered from it. */
    void ask(Collection<String> resources, String lookupField, Collection<String> values) {
        List<String> missing = values.stream()
                .filter(value ->
                        resources.stream().anyMatch(name -> !asked.containsKey(new Key(name, lookupField, value))))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        for (String resource : resources) {
            missing.forEach(value -> asked.put(new Key(resource, lookupField, value), new ArrayList<>()));
        }
        for (FactRow row : source.findAll(resources, lookupField, missing)) {
            String value = row.field(lookupField);
            List<FactRow> rows = value == null ? null : asked.get(new Key(row.resource(), lookupField, value));
            if (rows != null) {
                rows.add(row);
            }
        }
    }

    @Override
    public List<FactRow> find(String resource, String lookupField, String value) {
        ask(List.of(resource), lookupField, List.of(value));
        return asked.getOrDefault(new Key(resource, lookupField, value), List.of()).stream()
                .sorted(Comparator.comparing(FactRow::key))
                .toList();
    }

    private record Key(String resource, String lookupField, String value) {}
}
