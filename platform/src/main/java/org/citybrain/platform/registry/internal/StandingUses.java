package org.citybrain.platform.registry.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citybrain.platform.catalogue.Need;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.subscription.Subscription;
import org.citybrain.platform.subscription.Subscriptions;

/** Who uses a whole resource: scenes and registries by granted needs, departments by granted subscriptions. */
final class StandingUses {
    private final Needs needs;
    private final Subscriptions subscriptions;

    StandingUses(Needs needs, Subscriptions subscriptions) {
        this.needs = needs;
        this.subscriptions = subscriptions;
    }

    /** Uses of a resource as lines of the ledger. */
    List<ReadLedger.Entry> of(String resource) {
        return Stream.concat(scenes(resource).stream(), departments(resource).stream())
                .toList();
    }

    private List<ReadLedger.Entry> departments(String resource) {
        List<ReadLedger.Entry> uses = new ArrayList<>();
        for (Subscription subscription : subscriptions.grantedFor(resource)) {
            Instant decided = subscription.decision().at();
            if (decided != null) {
                uses.add(new ReadLedger.Entry(
                        "SET",
                        decided,
                        subscription.consumer(),
                        resource.substring(0, resource.indexOf('.')),
                        subscription.purpose(),
                        subscription.legalBasis(),
                        true,
                        subscription.fields().stream()
                                .map(field -> resource + "." + field)
                                .toList()));
            }
        }
        return uses;
    }

    private List<ReadLedger.Entry> scenes(String resource) {
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
