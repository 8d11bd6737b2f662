package org.citybrain.platform.registry.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.SearchWords;
import org.citybrain.platform.registry.resolve.EntityRows;
import org.citybrain.platform.registry.resolve.Resolver;

/** Finds persons by number, name, phone or address, all standardised as records are. */
final class PersonSearch {
    private static final int MOST_FOUND = 20;

    private final Declaration declaration;
    private final Resolver resolver;
    private final EntityRows entities;
    private final Facts facts;
    private final String keyHex;
    private final String node;

    PersonSearch(
            Declaration declaration, Resolver resolver, EntityRows entities, Facts facts, String keyHex, String node) {
        this.declaration = declaration;
        this.resolver = resolver;
        this.entities = entities;
        this.facts = facts;
        this.keyHex = keyHex;
        this.node = node;
    }

    Set<String> refs(SearchWords words) {
        if (!words.idNumber().isBlank()) {
            String standard = IdentityNumber.standardise(words.idNumber());
            IdentityNumber.problemOf(standard).ifPresent(problem -> {
                throw Refusal.of(RegistryProblem.ID_NUMBER_WRONG, problem.name());
            });
            return Set.of(new OpaqueIds(keyHex, node).person(standard));
        }
        if (!words.name().isBlank()) {
            return named(words.name().strip());
        }
        if (!words.phone().isBlank()) {
            return by("phone", words.phone());
        }
        if (!words.address().isBlank()) {
            return by("address", words.address());
        }
        throw Refusal.of(RegistryProblem.NOTHING_ASKED, "no identity number, name, phone or address");
    }

    private Set<String> named(String name) {
        Set<String> refs = by("name", name);
        if (refs.isEmpty()) {
            // rows that resolve has not taken yet
            Declaration.Origin origin = declaration.name();
            facts.find(origin.resource(), origin.field(), name).stream()
                    .map(row -> row.field(declaration.ref()))
                    .filter(Objects::nonNull)
                    .limit(MOST_FOUND)
                    .forEach(refs::add);
        }
        return refs;
    }

    private Set<String> by(String field, String value) {
        List<String> found = entities.search(resolver.declared().kind(), resolver.searchKey(field, value), MOST_FOUND);
        return new LinkedHashSet<>(found);
    }
}
