package org.citybrain.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citybrain.sceneformat.Need;
import org.citybrain.sceneformat.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a test as facts. A row's first field is its key. Lookup companions ({@code <field>_ref}) are filled with the
 * field's own text, so that tests may name persons plainly.
 */
final class TestRows implements FactSource {
    private final Scene scene;
    private final Map<String, Map<String, FactRow>> rows = new TreeMap<>();
    private long sequence;

    TestRows(Scene scene) {
        this.scene = scene;
    }

    void write(Map<String, List<Map<String, @Nullable String>>> written, LocalDate day) {
        sequence++;
        Instant at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        written.forEach((resource, list) -> {
            int number = 0;
            for (Map<String, @Nullable String> row : list) {
                Map<String, @Nullable String> fields = withCompanions(resource, row);
                String key = String.valueOf(row.values().iterator().next());
                rows.computeIfAbsent(resource, name -> new TreeMap<>())
                        .put(key, new FactRow(resource, key, fields, 0, sequence, number++, at, at));
            }
        });
    }

    void remove(Map<String, List<String>> removed) {
        removed.forEach((resource, keys) -> {
            Map<String, FactRow> table = rows.getOrDefault(resource, Map.of());
            keys.forEach(table::remove);
        });
    }

    @Override
    public List<FactRow> find(String resource, String lookupField, String value) {
        List<FactRow> found = new ArrayList<>();
        for (FactRow row : rows.getOrDefault(resource, Map.of()).values()) {
            if (value.equals(row.field(lookupField))) {
                found.add(row);
            }
        }
        return found;
    }

    private Map<String, @Nullable String> withCompanions(String resource, Map<String, @Nullable String> row) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>(row);
        Need need = scene.needs().get(resource);
        for (String lookup : need == null ? List.<String>of() : need.lookup()) {
            if (lookup.endsWith(Need.REF)) {
                String field = lookup.substring(0, lookup.length() - Need.REF.length());
                fields.putIfAbsent(lookup, row.get(field));
            }
        }
        return fields;
    }
}
