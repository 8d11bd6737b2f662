package org.citybrain.streaming.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.kernel.crypto.Sm3;
import org.citybrain.streaming.rows.CatalogueEntry;
import org.citybrain.streaming.rows.FieldRule;
import org.citybrain.streaming.rows.Occurrences;
import org.citybrain.streaming.rows.RowStandardiser;
import org.jspecify.annotations.Nullable;

/**
 * Cuts standard rows to what active needs name, and adds opaque companions: identity and household numbers are joined
 * by these, never by themselves. For one thread.
 */
final class FactRows {
    /** Between the values of a key. */
    static final String KEY_SEPARATOR = "\u001f";

    private final List<FieldRule> rules;
    private final RowStandardiser standardiser;
    private final CatalogueEntry entry;
    private final OpaqueIds ids;
    private final Sm3 sm3 = new Sm3();

    FactRows(RowStandardiser standardiser, CatalogueEntry entry, OpaqueIds ids) {
        this.standardiser = standardiser;
        this.rules = standardiser.rules();
        this.entry = entry;
        this.ids = ids;
    }

    /**
     * The fact of a row.
     *
     * @param values standard values in field order
     * @param source the values as they came
     * @param occurrence number among equal rows, for tables without a key
     */
    FactRow of(List<@Nullable String> values, List<@Nullable String> source, int occurrence) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        Set<String> lookups = new LinkedHashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            FieldRule rule = rules.get(i);
            String name = rule.field().name();
            boolean needed = entry.neededFields().contains(name);
            // a need may name only the companion, and then does not get the number itself
            if (needed || entry.neededFields().contains(name + "_ref")) {
                String value = values.get(i);
                if (needed) {
                    fields.put(name, value);
                }
                if (rule.isIdentityNumber() || rule.isHouseholdNumber()) {
                    String ref = ref(rule, value);
                    fields.put(name + "_ref", ref);
                    addLookup(lookups, name + "_ref", ref);
                }
                if (entry.lookupFields().contains(name) && !rule.isIdentityNumber()) {
                    addLookup(lookups, name, value);
                }
            }
        }
        return new FactRow(key(values, source, occurrence), fields, lookups);
    }

    private static void addLookup(Set<String> lookups, String name, @Nullable String value) {
        if (value != null) {
            lookups.add(name + "=" + value);
        }
    }

    private @Nullable String ref(FieldRule rule, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (rule.isHouseholdNumber()) {
            return ids.household(value);
        }
        return IdentityNumber.problemOf(value).isPresent() ? null : ids.person(value);
    }

    private String key(List<@Nullable String> values, List<@Nullable String> source, int occurrence) {
        if (!standardiser.schema().isKeyed()) {
            return Occurrences.digest(sm3, standardiser.schema(), source) + "#" + occurrence;
        }
        List<String> parts = new ArrayList<>(1);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).field().key()) {
                String value = String.valueOf(values.get(i));
                parts.add(rules.get(i).isIdentityNumber() ? opaque(value) : value);
            }
        }
        return String.join(KEY_SEPARATOR, parts);
    }

    // an identity number with a fault still needs a key that does not give it away
    private String opaque(String identityNumber) {
        return ids.person(identityNumber);
    }
}
