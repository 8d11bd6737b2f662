package org.citybrain.platform.registry.internal;

import java.util.HashSet;
import java.util.Set;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.registry.declared.Declaration;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks for the registry's own needs as soon as their resources are registered; like a scene, it reads nothing ungranted. */
class RegistryNeeds {
    /** The grants are listed under this and the registry's kind. */
    private static final String NAME = "registry-";

    private static final long EVERY_MILLIS = 3_000;

    private final Registries registries;
    private final Catalogue catalogue;
    private final Needs needs;
    private final Set<String> asked = new HashSet<>();

    RegistryNeeds(Registries registries, Catalogue catalogue, Needs needs) {
        this.registries = registries;
        this.catalogue = catalogue;
        this.needs = needs;
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void ask() {
        for (Registries.Registry registry : registries.all()) {
            for (Declaration.NeedOf need : registry.declaration().needs()) {
                String name = NAME + registry.kind();
                if (!asked.contains(name + need.resource())
                        && catalogue.find(need.resource()).isPresent()) {
                    Callers.run(Caller.system("registry"), () -> grant(name, registry.declaration(), need));
                    asked.add(name + need.resource());
                }
            }
        }
    }

    private void grant(String name, Declaration declaration, Declaration.NeedOf need) {
        needs.grant(
                name,
                need.resource(),
                need.fields(),
                need.lookup(),
                declaration.purpose(),
                declaration.legalBasis().zh());
    }
}
