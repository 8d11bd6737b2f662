package org.citybrain.platform.registry.internal;

import java.util.HashSet;
import java.util.Set;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.springframework.scheduling.annotation.Scheduled;

/** Asks for the registry's own needs as soon as their resources are registered; like a scene, it reads nothing ungranted. */
class RegistryNeeds {
    /** The name under which the grants are listed. */
    static final String NAME = "registry-person";

    private static final long EVERY_MILLIS = 3_000;

    private final Declaration declaration;
    private final Catalogue catalogue;
    private final Needs needs;
    private final Set<String> asked = new HashSet<>();

    RegistryNeeds(Declaration declaration, Catalogue catalogue, Needs needs) {
        this.declaration = declaration;
        this.catalogue = catalogue;
        this.needs = needs;
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void ask() {
        for (Declaration.NeedOf need : declaration.needs()) {
            if (!asked.contains(need.resource())
                    && catalogue.find(need.resource()).isPresent()) {
                Callers.run(Caller.system("registry"), () -> grant(need));
                asked.add(need.resource());
            }
        }
    }

    private void grant(Declaration.NeedOf need) {
        needs.grant(
                NAME,
                need.resource(),
                need.fields(),
                need.lookup(),
                declaration.purpose(),
                declaration.legalBasis().zh());
    }
}
