package org.citybrain.platform.licence.web;

import java.util.List;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.licence.Licences;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.registry.ReadReason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issues, shows, checks and revokes signed e-licences. */
@RestController
class LicenceController {
    private final Licences licences;

    LicenceController(Licences licences) {
        this.licences = licences;
    }

    /** Of which paper, and why. */
    record IssueRequest(
            @Nullable String paper,
            @Nullable String purpose,
            @Nullable String legalBasis) {}

    /** Why it is taken back. */
    record RevocationRequest(@Nullable String reason) {}

    /** What somebody shows. */
    record VerificationRequest(
            @Nullable String document, @Nullable String signature) {}

    @PostMapping("/api/licences")
    @Authority(Right.LICENCE_ISSUE)
    @Audited(AuditEvent.LICENCE_ISSUED)
    Licences.Issued issue(@RequestBody IssueRequest request) {
        return licences.issue(
                orEmpty(request.paper()),
                new ReadReason(orEmpty(request.purpose()), orEmpty(request.legalBasis()), true));
    }

    @GetMapping("/api/licences")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Licences.Issued> of(@RequestParam String paper) {
        return licences.of(paper);
    }

    @GetMapping("/api/licences/{identifier}/document")
    @Authority(Right.LICENCE_ISSUE)
    @Audited(AuditEvent.LICENCE_TAKEN)
    Licences.Signed document(
            @PathVariable String identifier,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return licences.document(identifier, new ReadReason(purpose, legalBasis, true));
    }

    @PostMapping("/api/licences/{identifier}/revocation")
    @Authority(Right.LICENCE_ISSUE)
    @Audited(AuditEvent.LICENCE_REVOKED)
    Licences.Issued revoke(@PathVariable String identifier, @RequestBody RevocationRequest request) {
        return licences.revoke(identifier, orEmpty(request.reason()));
    }

    /** Anybody with the QR code: it needs the check code, so that identifiers cannot be tried one after the other. */
    @GetMapping("/api/public/licences/{identifier}")
    @Authority(Right.PUBLIC)
    @Audited(AuditEvent.LICENCE_CHECKED)
    Licences.Check check(@PathVariable String identifier, @RequestParam(defaultValue = "") String code) {
        return licences.check(identifier, code);
    }

    @PostMapping("/api/licences/verification")
    @Authority(Right.SIGNED_IN)
    @Audited(AuditEvent.LICENCE_CHECKED)
    Map<String, Licences.State> verify(@RequestBody VerificationRequest request) {
        if (request.document() == null || request.signature() == null) {
            throw Refusal.badRequest("需要证照文件和签名 · document and signature are needed");
        }
        return Map.of("state", licences.verify(request.document(), request.signature()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
