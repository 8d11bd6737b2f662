package org.citybrain.platform.credit.web;

import java.util.List;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.credit.CreditFiles;
import org.citybrain.platform.credit.Objection;
import org.citybrain.platform.credit.Repair;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.ReadReason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections to public credit records and their repair. */
@RestController
@RequestMapping("/api/credit")
class CreditController {
    private final CreditFiles files;

    CreditController(CreditFiles files) {
        this.files = files;
    }

    /** Against which record, which column (none: the whole record), what would be right, and why. */
    record ObjectionRequest(
            @Nullable String record,
            @Nullable String column,
            @Nullable String wanted,
            @Nullable String reason) {}

    /** The department's word on an objection. */
    record AnswerRequest(@Nullable String reason) {}

    /** Of which record, with which commitment and proofs. */
    record RepairRequest(
            @Nullable String record,
            @Nullable String commitment,
            @Nullable List<@Nullable String> proofs) {}

    /** The department's decision on an application. */
    record DecisionRequest(
            @Nullable Boolean grant, @Nullable String reason) {}

    @GetMapping("/files/{record}")
    @Authority(Right.CREDIT_FOLLOW)
    @Audited(AuditEvent.CREDIT_FILES_READ)
    CreditFiles.File file(
            @PathVariable String record,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis,
            @RequestParam(defaultValue = "false") boolean unmask) {
        return files.file(record, new ReadReason(purpose, legalBasis, unmask));
    }

    @GetMapping("/files")
    @Authority(Right.CREDIT_FOLLOW)
    @Audited(AuditEvent.CREDIT_FILES_READ)
    CreditFiles.Open open() {
        return files.open();
    }

    @PostMapping("/objections")
    @Authority(Right.CREDIT_ASK)
    @Audited(AuditEvent.CREDIT_OBJECTED)
    Objection object(@RequestBody ObjectionRequest request) {
        return files.object(
                orEmpty(request.record()),
                orEmpty(request.column()),
                orEmpty(request.wanted()),
                orEmpty(request.reason()));
    }

    @PostMapping("/objections/{id}/answer")
    @Authority(Right.CREDIT_DECIDE)
    @Audited(AuditEvent.CREDIT_OBJECTION_ENDED)
    Objection uphold(@PathVariable String id, @RequestBody AnswerRequest request) {
        return files.uphold(id, orEmpty(request.reason()));
    }

    @PostMapping("/repairs")
    @Authority(Right.CREDIT_ASK)
    @Audited(AuditEvent.CREDIT_REPAIR_ASKED)
    Repair apply(@RequestBody RepairRequest request) {
        List<String> proofs = request.proofs() == null
                ? List.of()
                : request.proofs().stream().map(CreditController::orEmpty).toList();
        return files.apply(orEmpty(request.record()), orEmpty(request.commitment()), proofs);
    }

    @PostMapping("/repairs/{id}/decision")
    @Authority(Right.CREDIT_DECIDE)
    @Audited(AuditEvent.CREDIT_REPAIR_DECIDED)
    Repair decide(@PathVariable String id, @RequestBody DecisionRequest request) {
        Boolean grant = request.grant();
        if (grant == null) {
            throw Refusal.badRequest("请写明是否同意 (grant: true 或 false) · grant is needed: true or false");
        }
        return files.decide(id, grant, orEmpty(request.reason()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
