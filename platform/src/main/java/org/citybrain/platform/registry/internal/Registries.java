package org.citybrain.platform.registry.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.Resolver;

/** All registries of the city by kind: one mechanism, a declaration for each. */
final class Registries {
    static final String PERSON = "person";
    static final String FIRM = "firm";
    static final String CREDIT = "credit";

    private final Map<String, Registry> byKind = new LinkedHashMap<>();

    Registries(List<Registry> registries) {
        registries.forEach(registry -> byKind.put(registry.kind(), registry));
    }

    /**
     * One registry.
     *
     * @param resolver settles whose each source record is
     * @param rows finds the rows of one entity
     * @param golden makes its fields of them
     */
    record Registry(Declaration declaration, Resolver resolver, SubjectRows rows, GoldenFields golden) {
        String kind() {
            return declaration.entity();
        }
    }

    Registry of(String kind) {
        Registry registry = byKind.get(kind);
        if (registry == null) {
            throw Refusal.notFound("registry " + kind);
        }
        return registry;
    }

    Collection<Registry> all() {
        return byKind.values();
    }

    List<Resolver> resolvers() {
        return byKind.values().stream().map(Registry::resolver).toList();
    }
}
