package org.citybrain.platform.registry.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.registry.HouseholdRecord;
import org.citybrain.platform.registry.PersonFound;
import org.citybrain.platform.registry.PersonRecord;
import org.citybrain.platform.registry.Persons;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.When;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Look-ups in the person registry. Identity numbers come in bodies, never in addresses. */
@RestController
@RequestMapping("/api/registry")
class RegistryController {
    private final Persons persons;
    private final ReadLedger ledger;

    RegistryController(Persons persons, ReadLedger ledger) {
        this.persons = persons;
        this.ledger = ledger;
    }

    @PostMapping("/persons/search")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PERSON_SEARCHED)
    List<PersonFound> search(@RequestBody SearchRequest request) {
        return persons.search(request.words(), request.reason());
    }

    @GetMapping("/persons/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PERSON_READ)
    PersonRecord read(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis,
            @RequestParam(defaultValue = "false") boolean unmask,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Instant asKnown) {
        return persons.read(ref, new ReadReason(purpose, legalBasis, unmask), new When(asOf, asKnown));
    }

    @GetMapping("/persons/{ref}/reads")
    @Authority(Right.REGISTRY_LEDGER)
    @Audited(AuditEvent.LEDGER_READ)
    List<ReadLedger.Entry> reads(@PathVariable String ref) {
        return ledger.of(ref);
    }

    @GetMapping("/households/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.HOUSEHOLD_READ)
    HouseholdRecord household(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return persons.household(ref, new ReadReason(purpose, legalBasis, false));
    }
}
