package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.kernel.code.IdentityNumber;
import org.citybrain.kernel.code.OpaqueIds;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.pool.Facts;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.region.Region;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.HouseholdRecord;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.PersonFound;
import org.citybrain.platform.registry.PersonRecord;
import org.citybrain.platform.registry.Persons;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Persons put together from facts at the moment they are asked for. */
@Transactional(isolation = Isolation.REPEATABLE_READ)
class FactPersons implements Persons {
    private static final int MOST_FOUND = 20;

    private final Declaration declaration;
    private final GoldenRecords records;
    private final Facts facts;
    private final ReadLedger ledger;
    private final PersonKeys keys;

    FactPersons(Declaration declaration, GoldenRecords records, Facts facts, ReadLedger ledger, PersonKeys keys) {
        this.declaration = declaration;
        this.records = records;
        this.facts = facts;
        this.ledger = ledger;
        this.keys = keys;
    }

    /** The node's key for opaque ids; the digest inside is for one thread, so each call makes its own. */
    record PersonKeys(String keyHex, String node) {
        String refOf(String idNumber) {
            return new OpaqueIds(keyHex, node).person(idNumber);
        }
    }

    @Override
    public List<PersonFound> search(String idNumber, String name, ReadReason reason) {
        requireReason(reason);
        if (!idNumber.isBlank()) {
            String standard = IdentityNumber.standardise(idNumber);
            IdentityNumber.problemOf(standard).ifPresent(problem -> {
                throw Refusal.of(RegistryProblem.ID_NUMBER_WRONG, problem.name());
            });
            return found(Set.of(keys.refOf(standard)));
        }
        if (name.isBlank()) {
            throw Refusal.of(RegistryProblem.NOTHING_ASKED, "neither identity number nor name");
        }
        Declaration.Origin by = declaration.name();
        return found(facts.find(by.resource(), by.field(), name.strip()).stream()
                .map(row -> row.field(declaration.ref()))
                .filter(ref -> ref != null)
                .limit(MOST_FOUND)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
    }

    @Override
    public PersonRecord read(String ref, ReadReason reason) {
        requireReason(reason);
        Caller caller = Callers.get();
        if (reason.unmask() && !caller.may(Right.REGISTRY_UNMASK)) {
            throw Refusal.of(RegistryProblem.UNMASK_REFUSED, caller.login());
        }
        List<FactRow> rows = facts.findAnywhere(declaration.ref(), ref);
        if (rows.isEmpty()) {
            throw Refusal.notFound("person " + ref);
        }
        PersonRecord person = records.of(ref, rows, reason.unmask());
        requireRegion(caller, codeOf(person.place()));
        ledger.record(
                ref,
                reason,
                reason.unmask(),
                person.fields().stream().map(GoldenField::field).collect(Collectors.toSet()));
        return person;
    }

    @Override
    public HouseholdRecord household(String ref, ReadReason reason) {
        requireReason(reason);
        Declaration.HouseholdOf at = declaration.household();
        List<FactRow> rows = facts.find(at.resource(), at.ref(), ref);
        if (rows.isEmpty()) {
            throw Refusal.notFound("household " + ref);
        }
        String code =
                GoldenRecords.text(rows.getFirst().field(declaration.place().field()));
        requireRegion(Callers.get(), code);
        List<HouseholdRecord.HouseholdMember> members = new ArrayList<>();
        for (FactRow row : rows) {
            members.add(member(at, row));
            String person = row.field(declaration.ref());
            if (person != null) {
                ledger.record(person, reason, false, Set.of(at.relation(), at.kind()));
            }
        }
        return new HouseholdRecord(
                ref, GoldenRecords.text(rows.getFirst().field(at.kind())), records.placeOf(code), members);
    }

    private HouseholdRecord.HouseholdMember member(Declaration.HouseholdOf at, FactRow row) {
        return new HouseholdRecord.HouseholdMember(
                row.field(declaration.ref()),
                Masking.NAME.mask(GoldenRecords.text(row.field(at.memberName()))),
                GoldenRecords.text(row.field(at.relation())),
                GoldenRecords.text(row.field(at.kind())),
                row.field(at.from()),
                row.field(at.to()),
                row.receipt());
    }

    private List<PersonFound> found(Set<String> refs) {
        Caller caller = Callers.get();
        Map<String, PersonFound> found = new LinkedHashMap<>();
        for (String ref : refs) {
            List<FactRow> rows = facts.findAnywhere(declaration.ref(), ref);
            if (!rows.isEmpty()) {
                PersonRecord person = records.of(ref, rows, false);
                if (caller.covers(codeOf(person.place()))) {
                    found.put(ref, new PersonFound(ref, person.maskedName(), person.maskedId(), person.place()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static String codeOf(@Nullable Region place) {
        return place == null ? "" : place.code();
    }

    private static void requireReason(ReadReason reason) {
        if (reason.purpose().isBlank() || reason.legalBasis().isBlank()) {
            throw Refusal.of(RegistryProblem.REASON_MISSING, "both are written to the ledger");
        }
    }

    private static void requireRegion(Caller caller, String place) {
        if (!caller.covers(place)) {
            throw Refusal.of(RegistryProblem.OUTSIDE_REGION, "your region is " + caller.region());
        }
    }
}
