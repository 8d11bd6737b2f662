package org.citybrain.platform.audit.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.audit.internal.AuditTrail;
import org.citybrain.platform.audit.internal.Verification;
import org.citybrain.platform.problem.FilterValue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done, for the auditor alone. */
@RestController
final class AuditController {

    private static final int LARGEST_PAGE = 500;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditTrail trail;
    private final Verification verification;

    AuditController(AuditTrail trail, Verification verification) {
        this.trail = trail;
        this.verification = verification;
    }

    /** An event of the closed list. */
    record Event(String slug, Bilingual title, String weight) {}

    @GetMapping("/api/audit")
    @Authority(Right.AUDIT_READ)
    @Audited(AuditEvent.AUDIT_READ)
    AuditTrail.Found search(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime until,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        FilterValue.require(
                "event",
                event,
                Stream.of(AuditEvent.values()).map(AuditEvent::slug).toList());
        return trail.search(new AuditTrail.Question(
                actor,
                event,
                subject,
                from == null ? Instant.EPOCH : from.toInstant(),
                until == null ? END : until.toInstant(),
                Math.max(page, 0),
                Math.clamp(size, 1, LARGEST_PAGE)));
    }

    @GetMapping("/api/audit/events")
    @Authority(Right.AUDIT_READ)
    @Audited(AuditEvent.AUDIT_READ)
    List<Event> events() {
        return Stream.of(AuditEvent.values())
                .map(event -> new Event(
                        event.slug(),
                        new Bilingual(event.zh(), event.en()),
                        event.weight().name()))
                .toList();
    }

    @PostMapping("/api/audit/verify")
    @Authority(Right.AUDIT_READ)
    @Audited(AuditEvent.AUDIT_VERIFIED)
    Verification.Report verify() {
        return verification.verify();
    }
}
