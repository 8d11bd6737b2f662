package org.citybrain.platform.registry.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.publicity.StoredMarks;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one door to whatever is told of a person, firm or paper by its id: that it is known and of the kind that is asked for, shown to
 * the caller, of the caller's region, and, for a person, read for a reason that the ledger keeps.
 */
final class Admission {
    private final Registries registries;
    private final StoredMarks marks;
    private final ReadLedger ledger;
    private final Audit audit;
    private final TransactionOperations apart;

    /**
     * A door.
     *
     * @param apart a transaction of its own, beside the one that a refusal ends
     */
    Admission(Registries registries, StoredMarks marks, ReadLedger ledger, Audit audit, TransactionOperations apart) {
        this.registries = registries;
        this.marks = marks;
        this.ledger = ledger;
        this.audit = audit;
        this.apart = apart;
    }

    /** The rows of one that the caller may know of; not found when there is none of that kind. */
    SubjectRows.Found find(String kind, String ref, When when) {
        Registries.Registry registry = registries.of(kind);
        SubjectRows.Found found = Optional.of(ref)
                .filter(id -> !id.isBlank())
                .flatMap(id -> registry.rows().find(id, when))
                .orElseThrow(() -> when.isPast() ? nothingThen(kind, ref) : Refusal.notFound(kind + " " + ref));
        if (!registry.declaration().papers().isEmpty()) {
            marks.requireShown(found.entity());
        }
        requireRegion(registry, found);
        return found;
    }

    /** There is one now, of whom nothing was so or known on the day asked for: to be told apart from an id that is nobody's. */
    private Refusal nothingThen(String kind, String ref) {
        String begins = find(kind, ref, When.NOW).records().stream()
                .map(record -> record.knownAt().toString())
                .min(Comparator.naturalOrder())
                .orElse("—");
        return Refusal.of(RegistryProblem.NOTHING_THEN, "最早得知于 · first known " + begins);
    }

    /** The same for something that is read about it now; a person's ledger tells of the read. */
    SubjectRows.Found read(String kind, String ref, ReadReason reason, String what) {
        boolean person = kind.equals(Registries.PERSON);
        if (person) {
            reason.requireStated();
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

    /** Whether both of a pair lie where the caller serves, whatever their kind: who decides on a pair changes both. */
    boolean serves(Caller caller, String kind, String a, String b) {
        // whoever serves the city decides about those of whom no source tells a place, too
        return caller.region().isEmpty()
                || Stream.of(a, b).distinct().allMatch(ref -> caller.covers(placeOf(kind, ref)));
    }

    private String placeOf(String kind, String ref) {
        Registries.Registry registry = registries.of(kind);
        return registry.rows()
                .find(ref, When.NOW)
                .map(found -> registry.placeOf(found.rows()))
                .orElse("");
    }

    /** Refuses a pair of which one lies elsewhere; the trail tells of the try. */
    void requirePair(String kind, String a, String b) {
        Caller caller = Callers.get();
        if (!serves(caller, kind, a, b)) {
            throw outside(caller, a, b);
        }
    }

    /** The same by where both lay before an instant: two that were made one lie in one place only, now. */
    void requirePairBefore(String kind, String a, String b, Instant at) {
        Caller caller = Callers.get();
        Registries.Registry registry = registries.of(kind);
        Instant before = at.minus(1, ChronoUnit.MICROS);
        boolean served = caller.region().isEmpty()
                || Stream.of(a, b)
                        .allMatch(id ->
                                caller.covers(registry.placeOf(registry.rows().bearing(id, before))));
        if (!served) {
            throw outside(caller, a, b);
        }
    }

    private Refusal outside(Caller caller, String a, String b) {
        // what is refused is rolled back; that it was tried is not
        apart.executeWithoutResult(status ->
                audit.record(AuditEvent.ACCESS_REFUSED, "entity:" + a, Map.of("other", b, "region", caller.region())));
        return outside(caller);
    }

    /** Persons are seen where the caller serves; the registers of firms and papers are open. */
    private static void requireRegion(Registries.Registry registry, SubjectRows.Found found) {
        if (registry.kind().equals(Registries.PERSON)) {
            requireRegion(registry.placeOf(found.rows()));
        }
    }

    /** Refuses a place outside the caller's region; a place that is not known lies in nobody's but the city's. */
    static void requireRegion(String place) {
        Caller caller = Callers.get();
        if (!caller.covers(place)) {
            throw outside(caller);
        }
    }

    private static Refusal outside(Caller caller) {
        return Refusal.of(
                RegistryProblem.OUTSIDE_REGION, "您的辖区是 " + caller.region() + " · your region is " + caller.region());
    }
}
