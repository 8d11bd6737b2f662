package org.citybrain.platform.exchange.web;

import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.exchange.internal.Findings;
import org.citybrain.platform.live.Live;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with rows and files. */
@RestController
final class FindingController {

    private static final int LARGEST_PAGE = 200;

    private final Findings findings;
    private final Live live;

    FindingController(Findings findings, Live live) {
        this.findings = findings;
        this.live = live;
    }

    /** What becomes of a finding. */
    record Move(@Nullable String state) {}

    @GetMapping("/api/exchange/findings")
    @Authority(Right.EXCHANGE_READ)
    @Audited(AuditEvent.EXCHANGE_READ)
    Findings.Found list(
            @RequestParam(defaultValue = "") String resource,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        FilterValue.require("state", state, Findings.STATES);
        return findings.search(new Findings.Question(
                resource, department, state, code, Math.max(page, 0), Math.clamp(size, 1, LARGEST_PAGE)));
    }

    @PostMapping("/api/exchange/findings/{id}")
    @Authority(Right.FINDING_MEND)
    @Audited(AuditEvent.FINDING_CHANGED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable long id, @RequestBody Move move) {
        if (move.state() == null) {
            throw Refusal.badRequest("缺少 state · state is missing");
        }
        findings.move(id, move.state());
        live.changed("finding");
    }
}
