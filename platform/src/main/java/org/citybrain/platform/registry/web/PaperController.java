package org.citybrain.platform.registry.web;

import java.time.Instant;
import java.util.List;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.registry.Paper;
import org.citybrain.platform.registry.Papers;
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

/** The index of licences and the public credit records; {@code kind} is licence or credit. */
@RestController
@RequestMapping("/api/registry/papers/{kind}")
class PaperController {
    private final Papers papers;

    PaperController(Papers papers) {
        this.papers = papers;
    }

    /** What is searched for; one is enough. */
    record SearchRequest(@Nullable String number, @Nullable String holder) {}

    @GetMapping("/types")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Papers.Type> types(@PathVariable String kind) {
        return papers.types(kind);
    }

    @GetMapping
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Paper> list(
            @PathVariable String kind,
            @RequestParam String type,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page) {
        FilterValue.require("state", state, List.of("VALID", "SOON", "ENDED"));
        return papers.list(kind, type, state, page);
    }

    @PostMapping("/search")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Paper> search(@PathVariable String kind, @RequestBody SearchRequest request) {
        return papers.search(kind, orEmpty(request.number()), orEmpty(request.holder()));
    }

    @GetMapping("/of-firm/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Paper> ofFirm(@PathVariable String kind, @PathVariable String ref) {
        return papers.ofFirm(kind, ref);
    }

    @GetMapping("/of-person/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPERS_LISTED)
    List<Paper> ofPerson(
            @PathVariable String kind,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String legalBasis) {
        return papers.ofPerson(kind, ref, new ReadReason(purpose, legalBasis, false));
    }

    @GetMapping("/one/{ref}")
    @Authority(Right.REGISTRY_READ)
    @Audited(AuditEvent.PAPER_READ)
    Papers.Read read(
            @PathVariable String kind,
            @PathVariable String ref,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Instant asKnown) {
        return papers.read(kind, ref, new When(asOf, asKnown));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
