package org.citybrain.platform.registry.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.decisions.FactRow;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
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
import org.citybrain.platform.registry.SearchWords;
import org.citybrain.platform.registry.When;
import org.citybrain.platform.registry.declared.Declaration;
import org.citybrain.platform.registry.resolve.SearchWay;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Persons put together, at the moment they are asked for, from the records that resolve gave them and from facts. */
@Transactional(isolation = Isolation.REPEATABLE_READ)
class FactPersons implements Persons {
    private final Registries.Registry registry;
    private final GoldenRecords records;
    private final PersonSearch search;
    private final Facts facts;
    private final Admission admission;
    private final ReadLedger ledger;

    FactPersons(
            Registries.Registry registry, PersonSearch search, Facts facts, Admission admission, ReadLedger ledger) {
        this.registry = registry;
        this.records = new GoldenRecords(registry.golden());
        this.search = search;
        this.facts = facts;
        this.admission = admission;
        this.ledger = ledger;
    }

    @Override
    public List<PersonFound> search(SearchWords words, ReadReason reason) {
        reason.requireStated();
        return found(search.refs(words));
    }

    @Override
    public PersonRecord read(String ref, ReadReason reason, When when) {
        reason.requireStated();
        if (reason.unmask()) {
            reason.requireWhole(Callers.get());
        }
        SubjectRows.Found found = admission.find(Registries.PERSON, ref, when);
        PersonRecord person = records.of(found, reason.unmask());
        ledger.record(
                person.ref(),
                reason,
                reason.unmask(),
                person.fields().stream().map(GoldenField::field).collect(Collectors.toSet()));
        return person;
    }

    @Override
    public HouseholdRecord household(String ref, ReadReason reason) {
        reason.requireStated();
        Declaration.HouseholdOf at =
                Objects.requireNonNull(registry.declaration().household());
        List<FactRow> rows = facts.find(at.resource(), at.ref(), ref);
        if (rows.isEmpty()) {
            throw Refusal.notFound("household " + ref);
        }
        String code = GoldenFields.text(rows.getFirst().field(at.region()));
        Admission.requireRegion(code);
        List<HouseholdRecord.HouseholdMember> members = new ArrayList<>();
        for (FactRow row : rows) {
            members.add(member(at, row));
            String person =
                    row.field(Objects.requireNonNull(registry.declaration().ref()));
            if (person != null) {
                ledger.record(person, reason, false, Set.of(at.relation(), at.kind()));
            }
        }
        return new HouseholdRecord(
                ref,
                at.words(rows.getFirst().field(at.kind())),
                registry.golden().regionOf(code),
                members);
    }

    private HouseholdRecord.HouseholdMember member(Declaration.HouseholdOf at, FactRow row) {
        return new HouseholdRecord.HouseholdMember(
                row.field(Objects.requireNonNull(registry.declaration().ref())),
                Masking.NAME.mask(GoldenFields.text(row.field(at.memberName()))),
                at.words(row.field(at.relation())),
                at.words(row.field(at.kind())),
                row.field(at.from()),
                row.field(at.to()),
                row.receipt());
    }

    private List<PersonFound> found(Map<String, SearchWay> refs) {
        Caller caller = Callers.get();
        Map<String, PersonFound> found = new LinkedHashMap<>();
        refs.forEach((ref, way) -> registry.rows()
                .find(ref, When.NOW)
                .map(each -> records.of(each, false))
                .filter(person -> caller.covers(codeOf(person.place())))
                .ifPresent(person -> found.putIfAbsent(
                        person.ref(),
                        new PersonFound(
                                person.ref(), person.maskedName(), person.maskedId(), person.place(), way.name()))));
        return List.copyOf(found.values());
    }

    private static String codeOf(@Nullable Region place) {
        return place == null ? "" : place.code();
    }
}
