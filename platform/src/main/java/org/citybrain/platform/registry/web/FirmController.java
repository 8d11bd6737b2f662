package org.citybrain.platform.registry.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.registry.FirmFound;
import org.citybrain.platform.registry.FirmRecord;
import org.citybrain.platform.registry.FirmRole;
import org.citybrain.platform.registry.Firms;
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

/** Look-ups in the registry of legal entities. */
@RestController
@RequestMapping("/api/registry")
class FirmController {
    private final Firms firms;

    FirmController(Firms firms) {
        this.firms = firms;
    }

    @PostMapping("/firms/search")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.FIRMS_SEARCHED)
    List<FirmFound> search(@RequestBody SearchRequest request) {
        return firms.search(request.words());
    }

    @GetMapping("/firms/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.FIRM_READ)
    FirmRecord read(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis,
            @RequestParam(defaultValue = "false") boolean unmask,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Instant asKnown) {
        return firms.read(ref, new ReadReason(purpose, legalBasis, unmask), new When(asOf, asKnown));
    }

    @GetMapping("/persons/{ref}/firms")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.FIRM_READ)
    List<FirmRole> of(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return firms.of(ref, new ReadReason(purpose, legalBasis, false));
    }
}
