package org.citybrain.platform.registry.web;

import java.util.List;
import java.util.Map;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.registry.Correction;
import org.citybrain.platform.registry.Corrections;
import org.citybrain.platform.registry.EntityEvent;
import org.citybrain.platform.registry.FieldChange;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.Stewardship;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steward's desk and the way of a correction. */
@RestController
@RequestMapping("/api/registry")
class StewardController {
    private final Stewardship desk;
    private final Corrections corrections;

    StewardController(Stewardship desk, Corrections corrections) {
        this.desk = desk;
        this.corrections = corrections;
    }

    /** A ruling on a pair. */
    record RulingRequest(boolean same, @Nullable String reason) {}

    /** Two entities that are one. */
    record MergeRequest(
            @Nullable String a,
            @Nullable String b,
            @Nullable String reason) {}

    /** Why a ruling is taken back. */
    record UndoRequest(@Nullable String reason) {}

    /** What is right, and why. */
    record CorrectionRequest(
            @Nullable String field,
            @Nullable String wanted,
            @Nullable String reason) {}

    @GetMapping("/doubts")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.DOUBTS_LISTED)
    List<Stewardship.Doubt> doubts(
            @RequestParam(defaultValue = "person") String kind, @RequestParam(defaultValue = "0") int page) {
        return desk.doubts(kind, page);
    }

    @GetMapping("/doubts/{id}")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.DOUBT_READ)
    Stewardship.Explained doubt(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return desk.doubt(id, new ReadReason(purpose, legalBasis, false));
    }

    @PostMapping("/doubts/{id}/ruling")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.ENTITIES_RULED)
    Map<String, Long> rule(@PathVariable long id, @RequestBody RulingRequest request) {
        return Map.of("ruling", desk.rule(id, request.same(), orEmpty(request.reason())));
    }

    @PostMapping("/merges")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.ENTITIES_RULED)
    Map<String, Long> merge(@RequestBody MergeRequest request) {
        return Map.of("ruling", desk.merge(orEmpty(request.a()), orEmpty(request.b()), orEmpty(request.reason())));
    }

    @PostMapping("/rulings/{id}/undo")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.RULING_UNDONE)
    void undo(@PathVariable long id, @RequestBody UndoRequest request) {
        desk.undo(id, orEmpty(request.reason()));
    }

    @GetMapping("/entities/{ref}/history")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.HISTORY_READ)
    List<EntityEvent> history(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return desk.history(ref, new ReadReason(purpose, legalBasis, false));
    }

    @GetMapping("/entities/{ref}/changes")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.HISTORY_READ)
    List<FieldChange> changes(
            @PathVariable String ref,
            @RequestParam(defaultValue = "person") String kind,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return desk.changes(kind, ref, new ReadReason(purpose, legalBasis, false));
    }

    @GetMapping("/quality")
    @Authority(Right.REGISTRY_QUALITY)
    @Audited(AuditEvent.QUALITY_READ)
    List<Stewardship.QualityCard> quality(@RequestParam(defaultValue = "person") String kind) {
        return desk.quality(kind);
    }

    @PostMapping("/{kind:persons|firms|licences|credit}/{ref}/corrections")
    @Authority(Right.REGISTRY_RULE)
    @Audited(AuditEvent.CORRECTION_ASKED)
    Correction correct(@PathVariable String kind, @PathVariable String ref, @RequestBody CorrectionRequest request) {
        return corrections.ask(
                one(kind), ref, orEmpty(request.field()), orEmpty(request.wanted()), orEmpty(request.reason()));
    }

    @GetMapping("/{kind:persons|firms|licences|credit}/{ref}/corrections")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.CORRECTIONS_READ)
    List<Correction> corrections(
            @PathVariable String kind,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return corrections.list(one(kind), ref, new ReadReason(purpose, legalBasis, false));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The kind behind an address's plural. */
    private static String one(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
