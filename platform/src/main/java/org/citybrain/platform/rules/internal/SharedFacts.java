package org.citybrain.platform.rules.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citybrain.decisions.FactRow;
import org.citybrain.decisions.FactSource;

/**
 * The facts many evaluations share: what is not known yet is answered by nothing and noted; {@link #ask} then fetches all
 * that was noted in a few questions, and the evaluations run again. They are certain once nothing was noted.
 */
final class SharedFacts implements FactSource {
    private final FactSource facts;
    private final Map<Asked, List<FactRow>> known = new HashMap<>();
    private final Set<Asked> open = new LinkedHashSet<>();

    private record Asked(String resource, String field, String value) {}

    SharedFacts(FactSource facts) {
        this.facts = facts;
    }

    @Override
    public List<FactRow> find(String resource, String lookupField, String value) {
        Asked asked = new Asked(resource, lookupField, value);
        List<FactRow> rows = known.get(asked);
        if (rows == null) {
            open.add(asked);
            return List.of();
        }
        return rows;
    }

    /** Fetches what evaluations found missing; false when nothing was. */
    boolean ask() {
        Map<String, Set<String>> resources = new TreeMap<>();
        Map<String, Set<String>> values = new TreeMap<>();
        for (Asked asked : open) {
            known.put(asked, new ArrayList<>());
            resources.computeIfAbsent(asked.field(), field -> new TreeSet<>()).add(asked.resource());
            values.computeIfAbsent(asked.field(), field -> new TreeSet<>()).add(asked.value());
        }
        open.clear();
        resources.forEach((field, names) -> fetch(names, field, values.getOrDefault(field, Set.of())));
        return !resources.isEmpty();
    }

    private void fetch(Collection<String> resources, String field, Collection<String> values) {
        for (FactRow row : facts.findAll(resources, field, values)) {
            String value = row.field(field);
            List<FactRow> rows = value == null ? null : known.get(new Asked(row.resource(), field, value));
            if (rows != null) {
                rows.add(row);
            }
        }
    }
}
