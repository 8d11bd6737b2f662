package org.citybrain.platform.registry.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Region;
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

        /** Code of the division where these rows say it is; empty when they do not say. */
        String placeOf(List<FactRow> found) {
            Region place = golden.placeOf(found);
            return place == null ? "" : place.code();
        }

        /** Column by which the kind's own records alone tell where it is; empty when others have a say, or nothing tells it. */
        Optional<String> placeColumn() {
            Declaration.Origin place = declaration.place();
            if (place == null) {
                return Optional.empty();
            }
            Set<String> own = resolver.declared().sources().keySet();
            boolean ownAlone = own.contains(place.resource())
                    && declaration.field(place.field()).stream()
                            .flatMap(field -> field.origins().stream())
                            .allMatch(origin -> own.contains(origin.resource())
                                    && origin.field().equals(place.field()));
            return ownAlone ? Optional.of(place.field()) : Optional.empty();
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
