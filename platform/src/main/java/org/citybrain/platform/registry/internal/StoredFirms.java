package org.citybrain.platform.registry.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.registry.FirmFound;
import org.citybrain.platform.registry.FirmRecord;
import org.citybrain.platform.registry.FirmRole;
import org.citybrain.platform.registry.Firms;
import org.citybrain.platform.registry.GoldenField;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.SearchWords;
import org.citybrain.platform.registry.When;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Firms put together, at the moment they are asked for, by the same mechanism as persons. */
@Transactional(isolation = Isolation.REPEATABLE_READ)
class StoredFirms implements Firms {
    private final Registries.Registry registry;
    private final FirmSearch search;
    private final FirmPeople people;
    private final Admission admission;
    private final ReadLedger ledger;

    StoredFirms(
            Registries.Registry registry,
            FirmSearch search,
            FirmPeople people,
            Admission admission,
            ReadLedger ledger) {
        this.registry = registry;
        this.search = search;
        this.people = people;
        this.admission = admission;
        this.ledger = ledger;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FirmFound> search(SearchWords words) {
        return search.find(words);
    }

    @Override
    public FirmRecord read(String ref, ReadReason reason, When when) {
        SubjectRows.Found found = admission.find(Registries.FIRM, ref, when);
        if (reason.unmask()) {
            // the register is open, what is hidden in it is for those who serve there
            Admission.requireRegion(registry.placeOf(found.rows()));
        }
        FirmRecord firm = new FirmRecord(
                found.entity(),
                registry.golden().nameOf(found),
                registry.golden().numberOf(found),
                registry.golden().placeOf(found.rows()),
                registry.golden().of(found, reason.unmask()),
                people.of(found, reason.unmask()),
                found.records());
        if (reason.unmask()) {
            answerFor(firm, reason);
        }
        return firm;
    }

    private void answerFor(FirmRecord firm, ReadReason reason) {
        reason.requireWhole(Callers.get());
        Set<String> subjects = new LinkedHashSet<>();
        subjects.add(firm.ref());
        firm.people().forEach(position -> {
            if (position.ref() != null) {
                subjects.add(position.ref());
            }
        });
        Set<String> fields = firm.fields().stream().map(GoldenField::field).collect(Collectors.toSet());
        subjects.forEach(subject -> ledger.record(subject, reason, true, fields));
    }

    @Override
    public List<FirmRole> of(String personRef, ReadReason reason) {
        SubjectRows.Found person = admission.read(Registries.PERSON, personRef, reason, "firms");
        return people.rolesOf(person.entity(), registry.golden());
    }
}
