package org.citybrain.platform.registry.internal;

import java.util.List;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.registry.ReadLedger;

/** Scenes and registries that use a whole resource, read from the granted needs. */
final class StandingUses {
    private final Needs needs;

    StandingUses(Needs needs) {
        this.needs = needs;
    }

    /** Uses of a resource as lines of the ledger. */
    List<ReadLedger.Entry> of(String resource) {
        return needs.listFor(resource).stream()
                .filter(need -> need.state() == Need.State.GRANTED && need.decidedAt() != null)
                .map(need -> new ReadLedger.Entry(
                        "SET",
                        need.decidedAt(),
                        need.scene(),
                        resource.substring(0, resource.indexOf('.')),
                        need.purpose().zh() + " " + need.purpose().en(),
                        need.legalBasis(),
                        true,
                        need.fields().stream()
                                .map(field -> resource + "." + field)
                                .toList()))
                .toList();
    }
}
