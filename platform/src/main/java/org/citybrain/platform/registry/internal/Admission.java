package org.citybrain.platform.registry.internal;

import java.util.Optional;
import java.util.Set;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.publicity.StoredMarks;

/**
 * The one door to whatever is told of a person, firm or paper by its id: that it is known and of the kind that is asked for, shown to
 * the caller, of the caller's region, and, for a person, read for a reason that the ledger keeps.
 */
final class Admission {
    private final Registries registries;
    private final StoredMarks marks;
    private final ReadLedger ledger;

    Admission(Registries registries, StoredMarks marks, ReadLedger ledger) {
        this.registries = registries;
        this.marks = marks;
        this.ledger = ledger;
    }

    /** The rows of one that the caller may know of; not found when there is none of that kind. */
    SubjectRows.Found find(String kind, String ref, When when) {
        Registries.Registry registry = registries.of(kind);
        SubjectRows.Found found = Optional.of(ref)
                .filter(id -> !id.isBlank())
                .flatMap(id -> registry.rows().find(id, when))
                .orElseThrow(() -> Refusal.notFound(kind + " " + ref));
        if (!registry.declaration().papers().isEmpty()) {
            marks.requireShown(found.entity());
        }
        requireRegion(registry, found);
        return found;
    }

    /** The same for something that is read about it now; a person's ledger tells of the read. */
    SubjectRows.Found read(String kind, String ref, ReadReason reason, String what) {
        boolean person = kind.equals(Registries.PERSON);
        if (person) {
            requireReason(reason);
        }
        SubjectRows.Found found = find(kind, ref, When.NOW);
        if (person) {
            ledger.record(found.entity(), reason, false, Set.of(what));
        }
        return found;
    }

    /** Of which kind an id is; not found when no registry knows it. */
    String kindOf(String ref) {
        return registries.all().stream()
                .filter(registry -> registry.rows().find(ref, When.NOW).isPresent())
                .map(Registries.Registry::kind)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("entity " + ref));
    }

    static void requireReason(ReadReason reason) {
        if (reason.purpose().isBlank() || reason.legalBasis().isBlank()) {
            throw Refusal.of(RegistryProblem.REASON_MISSING, "两者都会记入台账 · both are written to the ledger");
        }
    }

    /** Persons are seen where the caller serves; the registers of firms and papers are open. */
    private static void requireRegion(Registries.Registry registry, SubjectRows.Found found) {
        if (registry.kind().equals(Registries.PERSON)) {
            Region place = registry.golden().placeOf(found.rows());
            requireRegion(place == null ? "" : place.code());
        }
    }

    /** Refuses a place outside the caller's region; a place that is not known lies in nobody's but the city's. */
    static void requireRegion(String place) {
        Caller caller = Callers.get();
        if (!caller.covers(place)) {
            throw Refusal.of(
                    RegistryProblem.OUTSIDE_REGION,
                    "您的辖区是 " + caller.region() + " · your region is " + caller.region());
        }
    }
}
