package org.citybrain.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.SearchWords;
import org.citybrain.platform.registry.declared.NumberFault;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.SearchWay;

/**
 * Finds persons by number, name, phone or address, all standardised as records are. A name also finds those that sound alike,
 * former names, and with pinyin or □ in place of a sign those that cannot be typed.
 */
final class PersonSearch {
    private static final int MOST_FOUND = 20;
    private static final Pattern HOLE = Pattern.compile("[□?？*＊]");

    private final Registries.Registry registry;
    private final EntityRows entities;
    private final Facts facts;

    PersonSearch(Registries.Registry registry, EntityRows entities, Facts facts) {
        this.registry = registry;
        this.entities = entities;
        this.facts = facts;
    }

    /** Opaque ids, the best first, with the way that led there. */
    Map<String, SearchWay> refs(SearchWords words) {
        if (!words.number().isBlank()) {
            String standard = IdentityNumber.standardise(words.number());
            IdentityNumber.problemOf(standard).ifPresent(problem -> {
                throw Refusal.of(RegistryProblem.ID_NUMBER_WRONG, NumberFault.words(problem.name()));
            });
            return Map.of(registry.resolver().numberRef(standard).orElseThrow(), SearchWay.EXACT);
        }
        Map<String, SearchWay> refs = new LinkedHashMap<>();
        if (!words.name().isBlank()) {
            named(words.name().strip(), refs);
        } else if (!words.phone().isBlank()) {
            by("phone", SearchWay.EXACT, words.phone(), refs);
        } else if (!words.address().isBlank()) {
            by("address", SearchWay.EXACT, words.address(), refs);
        } else {
            throw Refusal.of(
                    RegistryProblem.NOTHING_ASKED, "没有证件号码、姓名、电话或地址 · no identity number, name, phone or address");
        }
        return refs;
    }

    private void named(String name, Map<String, SearchWay> refs) {
        if (HOLE.matcher(name).find()) {
            by("name", SearchWay.HIDDEN, name, refs);
            return;
        }
        by("name", SearchWay.EXACT, name, refs);
        if (refs.isEmpty()) {
            // rows that resolve has not taken yet
            var origin = registry.declaration().name();
            facts.find(origin.resource(), origin.field(), name).stream()
                    .map(row -> row.field(
                            Objects.requireNonNull(registry.declaration().ref())))
                    .filter(Objects::nonNull)
                    .limit(MOST_FOUND)
                    .forEach(ref -> refs.put(ref, SearchWay.EXACT));
        }
        by("name", SearchWay.SOUND, name, refs);
    }

    private void by(String field, SearchWay way, String value, Map<String, SearchWay> refs) {
        for (List<Long> keys : registry.resolver().searchKeys(field, way, value)) {
            entities.search(registry.kind(), keys, MOST_FOUND).stream()
                    .limit(Math.max(0, MOST_FOUND - refs.size()))
                    .forEach(ref -> refs.putIfAbsent(ref, way));
        }
    }
}
